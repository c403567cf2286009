package org.heatwatch.estimation.composite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.background.SplineLattice;
import org.locationtech.jts.geom.Envelope;

/**
 * Joint fit of the idle ground, its yearly cycle and the excess of a period to the native samples of all scenes.
 *
 * <p>Model of a sample: level of its scene, plus contrast of its scene times (steady ground + cosine + sine of the yearly
 * cycle), plus the excess if the scene is in the period. Maps and scenes are fitted alternately with Huber weights; each
 * scene is weighted by its own scatter. Since the idle ground is fitted together with the excess, the error of the
 * excess contains that of the idle ground.
 */
final class CompositeFit {
    /** Spacing in metres of the nodes: half of the shortest wavelength that the point spread transmits. */
    private static final double NODE_METRES = 50;

    private static final int TURNS = 4;
    private static final double HUBER = 2.5;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double LEAST_SCATTER = 1e-3;

    /** Standard deviation of the contrast between scenes that is assumed before a scene is fitted. */
    private static final double CONTRAST_PRIOR = 0.15;

    /** Neighbouring samples have a common residual: the variance of a scene's parameters is larger by this factor. */
    private static final double CORRELATED_SAMPLES = 4;

    private final SplineLattice lattice;
    private final List<CompositeScene> scenes;

    private CompositeFit(SplineLattice lattice, List<CompositeScene> scenes) {
        this.lattice = lattice;
        this.scenes = scenes;
    }

    static Composite of(List<CompositeScene> scenes, Envelope area) {
        return new CompositeFit(SplineLattice.of(area, NODE_METRES), List.copyOf(scenes)).fit(area);
    }

    private Composite fit(Envelope area) {
        List<WeightedScene> weighted = scenes.parallelStream()
                .map(scene -> weigh(scene, SceneFit.INITIAL, scene.samples()::kelvin))
                .toList();
        JointEquations equations = new JointEquations(lattice, weighted);
        MapVector maps = equations.solve(MapVector.zero(lattice.columns() * lattice.rows()));
        for (int turn = 1; turn < TURNS; turn++) {
            MapVector current = maps;
            List<WeightedScene> before = weighted;
            weighted = IntStream.range(0, scenes.size())
                    .parallel()
                    .mapToObj(k -> refit(before.get(k), current))
                    .toList();
            equations = new JointEquations(lattice, weighted);
            maps = equations.solve(maps);
        }
        return new Composite(area, lattice, weighted, equations, maps);
    }

    private WeightedScene refit(WeightedScene before, MapVector maps) {
        CompositeScene scene = before.scene();
        double[] ground = before.factors();
        double contrast = before.fit().contrast();
        double[] steady = JointEquations.combine(maps, new double[] {1, ground[1] / contrast, ground[2] / contrast, 0});
        double[] excess = JointEquations.combine(maps, new double[] {0, 0, 0, ground[MapVector.EXCESS]});
        int count = scene.samples().count();
        double[] idle = new double[count];
        double[] active = new double[count];
        SplinePoint point = new SplinePoint(lattice);
        for (int s = 0; s < count; s++) {
            point.at(scene.east(s), scene.north(s));
            idle[s] = point.value(steady);
            active[s] = point.value(excess);
        }
        SceneFit fit = parameters(before, idle, active);
        return weigh(scene, fit, s -> scene.samples().kelvin(s) - fit.level() - fit.contrast() * idle[s] - active[s]);
    }

    /** Level and contrast of a scene by weighted least squares, with a prior for the contrast. */
    private static SceneFit parameters(WeightedScene before, double[] idle, double[] active) {
        CompositeScene scene = before.scene();
        double s0 = 0;
        double s1 = 0;
        double s11 = CORRELATED_SAMPLES / (CONTRAST_PRIOR * CONTRAST_PRIOR);
        double r0 = 0;
        double r1 = s11;
        for (int s = 0; s < idle.length; s++) {
            double w = before.weights()[s] / scene.trust();
            double y = scene.samples().kelvin(s) - active[s];
            s0 += w;
            s1 += w * idle[s];
            s11 += w * idle[s] * idle[s];
            r0 += w * y;
            r1 += w * idle[s] * y;
        }
        double determinant = s0 * s11 - s1 * s1;
        return new SceneFit(
                (s11 * r0 - s1 * r1) / determinant,
                (s0 * r1 - s1 * r0) / determinant,
                before.fit().scatter());
    }

    private interface Residual {
        double of(int sample);
    }

    /** Scatter of a scene from its residuals, and the weights that follow. */
    private static WeightedScene weigh(CompositeScene scene, SceneFit fit, Residual residual) {
        int count = scene.samples().count();
        double[] size = new double[count];
        for (int s = 0; s < count; s++) {
            size[s] = Math.abs(residual.of(s));
        }
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        double scatter = Math.max(LEAST_SCATTER, count == 0 ? 1 : MAD_TO_DEVIATION * sorted[count / 2]);
        double[] weights = new double[count];
        for (int s = 0; s < count; s++) {
            double robust = size[s] <= HUBER * scatter ? 1 : HUBER * scatter / size[s];
            weights[s] = scene.trust() * robust / (scatter * scatter);
        }
        return new WeightedScene(scene, new SceneFit(fit.level(), fit.contrast(), scatter), weights);
    }
}
