package org.heatwatch.estimation.composite;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.background.SplineLattice;
import org.locationtech.jts.geom.Envelope;

/** Fits a scene's level, contrast and shift to the maps, and weighs its samples by what then remains. */
final class SceneRefit {
    private static final double HUBER = 2.5;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double LEAST_SCATTER = 1e-3;

    /** Standard deviation of the contrast between scenes that is assumed before a scene is fitted. */
    private static final double CONTRAST_PRIOR = 0.15;

    /** The same of the shift along each axis, in metres: the geometric accuracy of a product. */
    private static final double SHIFT_PRIOR_METRES = 4;

    /** Neighbouring samples have a common residual: the variance of a scene's parameters is larger by this factor. */
    private static final double CORRELATED_SAMPLES = 4;

    private static final int PARAMETERS = 4;

    private final Envelope area;
    private final WeightedScene before;
    private final double[] idle;
    private final double[] excess;
    private final SplinePoint point;

    SceneRefit(Envelope area, SplineLattice lattice, WeightedScene before, MapVector maps) {
        this.area = area;
        this.before = before;
        double contrast = before.fit().contrast();
        double[] factors = before.factors();
        this.idle = JointEquations.combine(maps, new double[] {1, factors[1] / contrast, factors[2] / contrast, 0});
        this.excess = maps.maps()[MapVector.EXCESS];
        this.point = new SplinePoint(lattice);
    }

    /** A scene before its first fit, weighted by the scatter about its median. */
    static WeightedScene initial(CompositeScene scene) {
        double[] residual = new double[scene.samples().count()];
        for (int s = 0; s < residual.length; s++) {
            residual[s] = scene.samples().kelvin(s);
        }
        return weigh(scene, SceneFit.INITIAL, residual);
    }

    static WeightedScene of(Envelope area, SplineLattice lattice, WeightedScene before, MapVector maps) {
        return new SceneRefit(area, lattice, before, maps).fit();
    }

    private WeightedScene fit() {
        SceneFit fit = parameters();
        double[] residual = new double[before.weights().length];
        WeightedScene moved = new WeightedScene(before.scene(), fit, before.weights());
        for (int s = 0; s < residual.length; s++) {
            at(moved, s);
            residual[s] = moved.target(s) - fit.contrast() * point.value(idle) - excess();
        }
        return weigh(before.scene(), fit, residual);
    }

    /** Moves the point to a sample; a shift never moves it out of the maps. */
    private void at(WeightedScene scene, int sample) {
        point.at(
                Math.clamp(scene.east(sample), area.getMinX(), area.getMaxX()),
                Math.clamp(scene.north(sample), area.getMinY(), area.getMaxY()));
    }

    /** Excess of the scene at the point. */
    private double excess() {
        return before.scene().isInPeriod() ? point.value(excess) : 0;
    }

    /** Normal equations of a change of the four parameters. */
    private record Equations(DMatrixRMaj normal, DMatrixRMaj right) {}

    private Equations equations() {
        SceneFit fit = before.fit();
        DMatrixRMaj normal = new DMatrixRMaj(PARAMETERS, PARAMETERS);
        DMatrixRMaj right = new DMatrixRMaj(PARAMETERS, 1);
        double[] row = new double[PARAMETERS];
        double[] ground = new double[3];
        for (int s = 0; s < before.weights().length; s++) {
            double weight = before.weights()[s] / before.scene().trust() / CORRELATED_SAMPLES;
            row[0] = 1;
            at(before, s);
            point.valueAndSlopes(idle, ground);
            row[1] = ground[0];
            double residual = before.target(s) - fit.contrast() * row[1] - excess();
            row[2] = -fit.contrast() * ground[1];
            row[3] = -fit.contrast() * ground[2];
            for (int i = 0; i < PARAMETERS; i++) {
                for (int j = 0; j < PARAMETERS; j++) {
                    normal.add(i, j, weight * row[i] * row[j]);
                }
                right.add(i, 0, weight * row[i] * residual);
            }
        }
        double[] usual = {0, 1, 0, 0};
        double[] current = {fit.level(), fit.contrast(), fit.shiftEast(), fit.shiftNorth()};
        double[] deviation = {1e3, CONTRAST_PRIOR, SHIFT_PRIOR_METRES, SHIFT_PRIOR_METRES};
        for (int i = 0; i < PARAMETERS; i++) {
            double precision = 1 / (deviation[i] * deviation[i]);
            normal.add(i, i, precision);
            right.add(i, 0, precision * (usual[i] - current[i]));
        }
        return new Equations(normal, right);
    }

    /** One step of Gauss and Newton from the parameters before. */
    private SceneFit parameters() {
        SceneFit fit = before.fit();
        Equations equations = equations();
        DMatrixRMaj step = new DMatrixRMaj(PARAMETERS, 1);
        if (!CommonOps_DDRM.solve(equations.normal(), equations.right(), step)) {
            return fit;
        }
        return new SceneFit(
                fit.level() + step.get(0),
                fit.contrast() + step.get(1),
                fit.shiftEast() + step.get(2),
                fit.shiftNorth() + step.get(3),
                fit.scatter());
    }

    /** The parameters before as an alignment with its errors. */
    Alignment alignment() {
        SceneFit fit = before.fit();
        DMatrixRMaj inverse = new DMatrixRMaj(PARAMETERS, PARAMETERS);
        boolean isDetermined = CommonOps_DDRM.invert(equations().normal(), inverse);
        return new Alignment(
                fit.level(),
                fit.contrast(),
                fit.shiftEast(),
                fit.shiftNorth(),
                isDetermined ? Math.sqrt(inverse.get(1, 1)) : CONTRAST_PRIOR,
                isDetermined ? Math.sqrt((inverse.get(2, 2) + inverse.get(3, 3)) / 2) : SHIFT_PRIOR_METRES,
                fit.scatter());
    }

    /** Scatter of a scene from its residuals, and the weights that follow. */
    private static WeightedScene weigh(CompositeScene scene, SceneFit fit, double[] residual) {
        double[] size = Arrays.stream(residual).map(Math::abs).toArray();
        double median = Median.withDefaults().withCopy(true).evaluate(size);
        double scatter = Math.max(LEAST_SCATTER, size.length == 0 ? 1 : MAD_TO_DEVIATION * median);
        double[] weights = new double[size.length];
        for (int s = 0; s < size.length; s++) {
            double robust = size[s] <= HUBER * scatter ? 1 : HUBER * scatter / size[s];
            weights[s] = scene.trust() * robust / (scatter * scatter);
        }
        return new WeightedScene(
                scene, new SceneFit(fit.level(), fit.contrast(), fit.shiftEast(), fit.shiftNorth(), scatter), weights);
    }
}
