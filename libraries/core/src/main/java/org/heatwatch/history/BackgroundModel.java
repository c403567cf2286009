package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.DormantScene;
import org.heatwatch.estimation.background.IdleMapFit;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.background.Smoothness;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.fit.ClutterFit;
import org.heatwatch.estimation.fit.GroundClutter;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.RoofFit;
import org.heatwatch.estimation.fit.RoofSet;
import org.heatwatch.estimation.hotspot.QuietGround;
import org.heatwatch.site.Role;

/**
 * The ground of one regime when nothing runs, and how scenes and footprints vary about it: what an excess is measured by.
 *
 * @param map the idle map of all reference scenes
 * @param clutter covariance of the residuals
 * @param quiet how much a single scene scatters
 * @param idleVariance by which an idle footprint varies from scene to scene, square of an effective kelvin
 */
record BackgroundModel(
        RoofSet footprints, IdleMapFit map, GroundClutter clutter, QuietGround quiet, double idleVariance) {
    /** Weakly held: in simulated archives the error is the same from a tenth of it to three times. */
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);

    private static final PointSpread SPREAD = PointSpread.TIRS;

    /** With fewer reference parcels nothing is learned from them. */
    static final int FEWEST_PARCELS = 3;

    /**
     * A model and the scenes that it was learned from.
     *
     * @param reference certainly idle scenes, each measured above the map that all others make
     */
    record Learned(BackgroundModel model, List<SceneExcesses> reference) {}

    /** Learns from reference scenes; empty if too few are certain. */
    static Optional<Learned> learn(WatchedRoofs watched, List<DormantScene> scenes) {
        List<Integer> certain = IntStream.range(0, scenes.size())
                .filter(k -> scenes.get(k).isCertain())
                .boxed()
                .toList();
        if (certain.size() < Baseline.FEWEST_LOOKS) {
            return Optional.empty();
        }
        RoofSet footprints = watched.seenThrough(SPREAD);
        IdleMapFit map = IdleMapFit.of(scenes, watched.area(), watched.nearFacilities(), SMOOTHNESS);
        List<SceneResidual> all = map.leftOut();
        List<SceneResidual> residuals = certain.stream().map(all::get).toList();
        return ClutterFit.ofResiduals(footprints, residuals)
                .map(clutter -> learn(watched, footprints, map, residuals, clutter));
    }

    private static Learned learn(
            WatchedRoofs watched,
            RoofSet footprints,
            IdleMapFit map,
            List<SceneResidual> residuals,
            GroundClutter clutter) {
        QuietGround quiet = QuietGround.of(residuals, clutter, SPREAD, watched.searchArea());
        List<Double> variances = residuals.parallelStream().map(quiet::variance).toList();
        List<RoofFit> fits = IntStream.range(0, residuals.size())
                .parallel()
                .mapToObj(k -> RoofFit.of(
                        footprints, residuals.get(k), residuals.get(k).grid(), clutter, variances.get(k)))
                .toList();
        double idleVariance = idleVariance(watched.ofRole(Role.NULL), fits);
        List<SceneExcesses> reference = IntStream.range(0, fits.size())
                .parallel()
                .mapToObj(k -> new SceneExcesses(
                        residuals.get(k), variances.get(k), fits.get(k).measure(idleVariance)))
                .toList();
        return new Learned(new BackgroundModel(footprints, map, clutter, quiet, idleVariance), reference);
    }

    /** What reference parcels vary beyond their errors; robust, since a few of them may not be idle. */
    private static double idleVariance(List<Integer> parcels, List<RoofFit> fits) {
        double variance = 0.25;
        for (int turn = 0; turn < 4; turn++) {
            double now = variance;
            List<List<MeasuredObservation>> measured =
                    fits.parallelStream().map(fit -> fit.measure(now)).toList();
            double[] surplus = parcels.stream()
                    .mapToDouble(parcel -> surplus(measured, parcel))
                    .filter(Double::isFinite)
                    .toArray();
            if (surplus.length < FEWEST_PARCELS) {
                return variance;
            }
            variance = Math.max(0.01, Median.withDefaults().evaluate(surplus));
        }
        return variance;
    }

    private static double surplus(List<List<MeasuredObservation>> measured, int footprint) {
        double sum = 0;
        double squares = 0;
        double errors = 0;
        int n = 0;
        for (List<MeasuredObservation> scene : measured) {
            if (scene.get(footprint) instanceof MeasuredObservation.Measured m) {
                sum += m.kelvin();
                squares += m.kelvin() * m.kelvin();
                errors += m.formalError() * m.formalError();
                n++;
            }
        }
        return n < 2 ? Double.NaN : (squares - sum * sum / n) / (n - 1) - errors / n;
    }

    /** Measures a scene that took no part in it. */
    SceneExcesses measure(SceneSamples scene) {
        SceneResidual residual = map.residual(scene);
        double variance = quiet.variance(residual);
        RoofFit fit = RoofFit.of(footprints, residual, residual.grid(), clutter, variance);
        return new SceneExcesses(residual, variance, fit.measure(idleVariance));
    }
}
