package org.heatwatch.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.BackgroundMapFit;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.ReferenceScene;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.background.Smoothness;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.fit.BackgroundCovarianceFit;
import org.heatwatch.estimation.fit.FootprintFit;
import org.heatwatch.estimation.fit.FootprintSet;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.fit.PointSpread;
import org.heatwatch.estimation.fit.ResidualCovariance;
import org.heatwatch.estimation.hotspot.BackgroundScatter;

/**
 * Background model of one observing regime with the covariance of its residuals. Excesses are measured against it.
 *
 * @param ground the idle ground as the reference scenes show it
 * @param covariance covariance of the residuals
 * @param scatter estimates the background scatter of a single scene
 * @param idleVariance idle variability: variance of an idle footprint between scenes, in squared effective kelvin
 */
record BackgroundModel(
        FootprintSet footprints,
        FittedBackground ground,
        ResidualCovariance covariance,
        BackgroundScatter scatter,
        double idleVariance) {
    /** Not critical: in simulated archives the error is the same for 0.1 to 3 times these values. */
    static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);

    private static final PointSpread SPREAD = PointSpread.TIRS;

    /** Minimum number of reference parcels for estimates from them. */
    static final int FEWEST_PARCELS = 3;

    /**
     * A model and the scenes that it was learned from.
     *
     * @param reference certainly idle scenes, each measured against a background model without it (leave-one-out)
     */
    record Learned(BackgroundModel model, List<SceneExcesses> reference) {}

    /** Learns a model from reference scenes; empty if too few of them are certainly idle. */
    static Optional<Learned> learn(MonitoredFeatures watched, List<ReferenceScene> scenes) {
        return scenes.stream().filter(ReferenceScene::isCertain).count() < Baseline.FEWEST_OBSERVATIONS
                ? Optional.empty()
                : learn(watched, BackgroundMapFit.of(scenes, watched.area(), watched.nearFacilities(), SMOOTHNESS));
    }

    /** Learns a model from a ground that was fitted already; empty if too few scenes are certainly idle. */
    static Optional<Learned> learn(MonitoredFeatures watched, FittedBackground ground) {
        List<SceneResidual> residuals = ground.idleResiduals();
        if (residuals.size() < Baseline.FEWEST_OBSERVATIONS) {
            return Optional.empty();
        }
        FootprintSet footprints = watched.seenThrough(SPREAD);
        return BackgroundCovarianceFit.ofResiduals(footprints, residuals)
                .map(covariance -> learn(watched, footprints, ground, residuals, covariance));
    }

    private static Learned learn(
            MonitoredFeatures watched,
            FootprintSet footprints,
            FittedBackground ground,
            List<SceneResidual> residuals,
            ResidualCovariance covariance) {
        BackgroundScatter scatter = BackgroundScatter.of(residuals, covariance, SPREAD, watched.searchArea());
        List<Double> variances =
                residuals.parallelStream().map(scatter::variance).toList();
        List<FootprintFit> fits = IntStream.range(0, residuals.size())
                .parallel()
                .mapToObj(k -> FootprintFit.of(
                        footprints, residuals.get(k), residuals.get(k).grid(), covariance, variances.get(k)))
                .toList();
        double idleVariance = idleVariance(watched.buildingParcels(), fits);
        List<SceneExcesses> reference = IntStream.range(0, fits.size())
                .parallel()
                .mapToObj(k -> new SceneExcesses(
                        residuals.get(k), variances.get(k), fits.get(k).measure(idleVariance)))
                .toList();
        return new Learned(new BackgroundModel(footprints, ground, covariance, scatter, idleVariance), reference);
    }

    /** Median variance of the reference parcels beyond their errors; robust, since a few of them may not be idle. */
    private static double idleVariance(List<Integer> parcels, List<FootprintFit> fits) {
        double variance = 0.25;
        for (int iteration = 0; iteration < 4; iteration++) {
            double current = variance;
            List<List<MeasuredObservation>> measured =
                    fits.parallelStream().map(fit -> fit.measure(current)).toList();
            double[] variances = parcels.stream()
                    .mapToDouble(parcel -> excessVariance(measured, parcel))
                    .filter(Double::isFinite)
                    .toArray();
            if (variances.length < FEWEST_PARCELS) {
                return variance;
            }
            variance = Math.max(0.01, Median.withDefaults().evaluate(variances));
        }
        return variance;
    }

    private static double excessVariance(List<List<MeasuredObservation>> scenes, int footprint) {
        double sum = 0;
        double sumOfSquares = 0;
        double errors = 0;
        int count = 0;
        for (List<MeasuredObservation> scene : scenes) {
            if (scene.get(footprint) instanceof MeasuredObservation.Measured measured) {
                sum += measured.kelvin();
                sumOfSquares += measured.kelvin() * measured.kelvin();
                errors += measured.formalError() * measured.formalError();
                count++;
            }
        }
        return count < 2 ? Double.NaN : (sumOfSquares - sum * sum / count) / (count - 1) - errors / count;
    }

    /** Measures a scene that the model was not learned from. */
    SceneExcesses measure(SceneSamples scene) {
        SceneResidual residual = ground.residual(scene);
        double variance = scatter.variance(residual);
        FootprintFit fit = FootprintFit.of(footprints, residual, residual.grid(), covariance, variance);
        return new SceneExcesses(residual, variance, fit.measure(idleVariance));
    }
}
