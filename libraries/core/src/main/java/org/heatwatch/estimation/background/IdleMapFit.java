package org.heatwatch.estimation.background;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Fits the idle map of one direction of pass to all its dormant scenes, each with its own level, contrast and shift.
 *
 * <p>Map and alignments are fitted in turns; each scene counts by how well it agrees, outliers little. The result does
 * not depend on how many threads do it.
 */
public final class IdleMapFit {
    private static final int TURNS = 4;
    private static final double HUBER = 2.5;

    private final List<DormantScene> scenes;
    private final MapCoefficients layout;
    private final MapSystem system;
    private final PreparedGeometry facilities;
    private final boolean[][] away;
    private final Alignment[] alignments;
    private final double[][] weights;
    private double[] coefficients = {};
    private UsualAlignment usual = UsualAlignment.UNKNOWN;

    private IdleMapFit(
            List<DormantScene> scenes, MapCoefficients layout, MapSystem system, PreparedGeometry facilities) {
        this.scenes = scenes;
        this.layout = layout;
        this.system = system;
        this.facilities = facilities;
        this.away = new boolean[scenes.size()][];
        this.alignments = new Alignment[scenes.size()];
        this.weights = new double[scenes.size()][];
    }

    /**
     * Fits map and alignments.
     *
     * @param scenes in acquisition order, at least one
     * @param area what the map covers; every sample lies inside
     * @param facilities where heat may be: uncertain scenes do not count there, and no scene is aligned by it
     */
    public static IdleMapFit of(List<DormantScene> scenes, Envelope area, Geometry facilities, Smoothness smoothness) {
        MapCoefficients layout = new MapCoefficients(area, MapCoefficients.FINE_METRES);
        IdleMapFit fit = new IdleMapFit(
                List.copyOf(scenes),
                layout,
                new MapSystem(layout, smoothness),
                PreparedGeometryFactory.prepare(facilities));
        fit.begin();
        fit.coefficients = fit.solve();
        for (int turn = 1; turn < TURNS; turn++) {
            fit.realign(fit.map());
            fit.coefficients = fit.solve();
        }
        return fit;
    }

    /** All scenes unaligned, of equal weight. */
    private void begin() {
        for (int k = 0; k < scenes.size(); k++) {
            away[k] = awayFromFacilities(scenes.get(k).samples());
            alignments[k] = unaligned();
            weights[k] = firstWeights(k);
        }
    }

    private double[] solve() {
        system.clear();
        for (int k = 0; k < scenes.size(); k++) {
            system.add(scenes.get(k).samples(), alignments[k], weights[k]);
        }
        return system.solve();
    }

    private void realign(IdleMap fitted) {
        Aligner aligner = new Aligner(fitted, usual);
        IntStream.range(0, scenes.size()).parallel().forEach(k -> {
            SceneSamples samples = scenes.get(k).samples();
            alignments[k] = aligner.align(samples, away[k], alignments[k]);
            SceneResidual left = new SceneResidual(samples, alignments[k], fitted);
            double spread = alignments[k].spread();
            for (int s = 0; s < samples.count(); s++) {
                double size = Math.abs(left.kelvin(s));
                double robust = size <= HUBER * spread ? 1 : HUBER * spread / size;
                weights[k][s] = counts(k, s) ? scenes.get(k).trust() * robust / (spread * spread) : 0;
            }
        });
        usual = UsualAlignment.of(Arrays.asList(alignments));
    }

    private double[] firstWeights(int k) {
        double[] first = new double[scenes.get(k).samples().count()];
        for (int s = 0; s < first.length; s++) {
            first[s] = counts(k, s) ? scenes.get(k).trust() : 0;
        }
        return first;
    }

    private boolean counts(int scene, int sample) {
        return scenes.get(scene).isCertain() || away[scene][sample];
    }

    private static Alignment unaligned() {
        return new Alignment(0, 1, 0, 0, 0, Double.POSITIVE_INFINITY, 1);
    }

    private boolean[] awayFromFacilities(SceneSamples samples) {
        boolean[] isAway = new boolean[samples.count()];
        for (int s = 0; s < isAway.length; s++) {
            Coordinate at = new Coordinate(samples.east(s), samples.north(s));
            isAway[s] =
                    !facilities.contains(facilities.getGeometry().getFactory().createPoint(at));
        }
        return isAway;
    }

    /** The map of all scenes. */
    public IdleMap map() {
        return new IdleMap(layout, coefficients);
    }

    /** What each scene leaves over of the map that the others make, in the order given. */
    public List<SceneResidual> leftOut() {
        LeaveOneOut others = new LeaveOneOut(layout, system, coefficients);
        return IntStream.range(0, scenes.size())
                .parallel()
                .mapToObj(k -> {
                    SceneSamples samples = scenes.get(k).samples();
                    IdleMap without = others.without(samples, alignments[k], weights[k]);
                    Alignment alignment = new Aligner(without, usual).align(samples, away[k], alignments[k]);
                    return new SceneResidual(samples, alignment, without);
                })
                .toList();
    }

    /** What a scene that is not among them leaves over of the map. */
    public SceneResidual residual(SceneSamples samples) {
        Alignment alignment = new Aligner(map(), usual).align(samples, awayFromFacilities(samples), unaligned());
        return new SceneResidual(samples, alignment, map());
    }
}
