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
 * Fits the background map of one observing regime to all reference scenes, each with its own level, contrast and shift.
 *
 * <p>Map and alignments are fitted alternately, with Huber weights and each scene weighted by its own spread. The
 * result does not depend on the number of threads. Model: docs/method.md.
 */
public final class BackgroundMapFit implements FittedBackground {
    private static final int TURNS = 4;
    private static final double HUBER = 2.5;

    private final List<ReferenceScene> scenes;
    private final MapCoefficients layout;
    private final MapSystem system;
    private final PreparedGeometry facilities;
    private final boolean[][] away;
    private final Alignment[] alignments;
    private final double[][] weights;
    private double[] coefficients = {};
    private AlignmentPrior prior = AlignmentPrior.INITIAL;

    private BackgroundMapFit(
            List<ReferenceScene> scenes, MapCoefficients layout, MapSystem system, PreparedGeometry facilities) {
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
     * @param area covered by the map; must contain every sample
     * @param facilities area that facilities may heat: there, scenes that are not certainly idle are not used for the
     *     map, and no scene is used for its alignment
     * @param smoothness of the map
     */
    public static BackgroundMapFit of(
            List<ReferenceScene> scenes, Envelope area, Geometry facilities, Smoothness smoothness) {
        return of(scenes, area, facilities, smoothness, TURNS);
    }

    /**
     * Fits a map to scenes that are taken to be aligned, each with the same contrast: a quarter of the work, for uses
     * that do not need the errors.
     */
    public static BackgroundMapFit unaligned(
            List<ReferenceScene> scenes, Envelope area, Geometry facilities, Smoothness smoothness) {
        return of(scenes, area, facilities, smoothness, /* turns= */ 1);
    }

    private static BackgroundMapFit of(
            List<ReferenceScene> scenes, Envelope area, Geometry facilities, Smoothness smoothness, int turns) {
        MapCoefficients layout = MapCoefficients.of(area, MapCoefficients.FINE_METRES);
        BackgroundMapFit fit = new BackgroundMapFit(
                List.copyOf(scenes),
                layout,
                new MapSystem(layout, smoothness),
                PreparedGeometryFactory.prepare(facilities));
        fit.begin();
        fit.coefficients = fit.solve();
        for (int turn = 1; turn < turns; turn++) {
            fit.realign(fit.map());
            fit.coefficients = fit.solve();
        }
        return fit;
    }

    /** All scenes unaligned, weighted by their confidence only. */
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

    private void realign(BackgroundMap fitted) {
        Aligner aligner = new Aligner(fitted, prior);
        IntStream.range(0, scenes.size()).parallel().forEach(k -> {
            SceneSamples samples = scenes.get(k).samples();
            alignments[k] = aligner.align(samples, away[k], alignments[k]);
            SceneResidual residual = SceneResidual.of(samples, alignments[k], fitted);
            double spread = alignments[k].spread();
            for (int s = 0; s < samples.count(); s++) {
                double size = Math.abs(residual.kelvin(s));
                double robust = size <= HUBER * spread ? 1 : HUBER * spread / size;
                weights[k][s] = isUsed(k, s) ? scenes.get(k).trust() * robust / (spread * spread) : 0;
            }
        });
        prior = AlignmentPrior.of(Arrays.asList(alignments));
    }

    private double[] firstWeights(int k) {
        double[] first = new double[scenes.get(k).samples().count()];
        for (int s = 0; s < first.length; s++) {
            first[s] = isUsed(k, s) ? scenes.get(k).trust() : 0;
        }
        return first;
    }

    private boolean isUsed(int scene, int sample) {
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

    /** The map fitted to all scenes. */
    public BackgroundMap map() {
        return new BackgroundMap(layout, coefficients);
    }

    /** Leave-one-out maps: for each scene, in the order given, the map fitted to all others. */
    public List<BackgroundMap> leaveOneOutMaps() {
        LeaveOneOut leaveOneOut = new LeaveOneOut(layout, system, coefficients);
        return IntStream.range(0, scenes.size())
                .parallel()
                .mapToObj(k -> leaveOneOut.without(scenes.get(k).samples(), alignments[k], weights[k]))
                .toList();
    }

    /** Leave-one-out residuals: each scene less the map fitted to all others, in the order given. */
    public List<SceneResidual> leaveOneOutResiduals() {
        return leaveOneOutResiduals(leaveOneOutMaps());
    }

    /**
     * Leave-one-out residuals from maps that were computed already.
     *
     * @param maps result of {@link #leaveOneOutMaps()}
     */
    public List<SceneResidual> leaveOneOutResiduals(List<BackgroundMap> maps) {
        return IntStream.range(0, scenes.size())
                .parallel()
                .mapToObj(k -> {
                    SceneSamples samples = scenes.get(k).samples();
                    BackgroundMap without = maps.get(k);
                    Alignment alignment = new Aligner(without, prior).align(samples, away[k], alignments[k]);
                    return SceneResidual.of(samples, alignment, without);
                })
                .toList();
    }

    @Override
    public List<SceneResidual> idleResiduals() {
        List<SceneResidual> all = leaveOneOutResiduals();
        return IntStream.range(0, scenes.size())
                .filter(k -> scenes.get(k).isCertain())
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public double steady(double east, double north) {
        return map().at(east, north, 0, 0);
    }

    /** Residuals of a scene that the map was not fitted to. */
    @Override
    public SceneResidual residual(SceneSamples samples) {
        Alignment alignment = new Aligner(map(), prior).align(samples, awayFromFacilities(samples), unaligned());
        return SceneResidual.of(samples, alignment, map());
    }
}
