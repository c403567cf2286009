package org.heatwatch.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.FittedBackground;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.baseline.EmpiricalBayesPrior;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.estimation.hotspot.HotSpotDetector;
import org.heatwatch.ledger.SampledScene;

/**
 * Everything that is learned from the reference scenes of one observing regime: the background model that scenes are
 * measured against, and for each footprint the baseline that its excess is judged against.
 *
 * @param reference the reference scenes
 * @param prior empirical-Bayes prior from the reference parcels
 * @param baselines one for each footprint; empty if it has too few reference observations
 * @param hotSpots empty if no hot spots are searched for
 * @param usual scatter of the reference scenes
 */
record RegimeBaseline(
        MonitoredFeatures watched,
        SceneConversion conversion,
        BackgroundModel background,
        List<SceneExcesses> reference,
        EmpiricalBayesPrior prior,
        List<Optional<Baseline>> baselines,
        Optional<HotSpotDetector> hotSpots,
        RegimeScatter usual) {

    /** Learns from the scenes of one regime; empty if too few of them are certainly idle. */
    static Optional<RegimeBaseline> learn(ReferenceScenes scenes, MonitoredFeatures watched) {
        SceneConversion conversion = scenes.conversion(watched.area());
        return BackgroundModel.learn(watched, scenes.converted(conversion))
                .map(learned -> of(
                        watched,
                        conversion,
                        learned.model(),
                        learned.reference(),
                        Optional.of(hotSpots(learned.model(), learned.reference()))));
    }

    /**
     * Learns against a ground that was fitted already, without a search for hot spots; empty if too few scenes are
     * certainly idle.
     */
    static Optional<RegimeBaseline> learn(ReferenceScenes scenes, MonitoredFeatures watched, FittedBackground ground) {
        return BackgroundModel.learn(watched, ground)
                .map(learned -> of(
                        watched,
                        scenes.conversion(watched.area()),
                        learned.model(),
                        learned.reference(),
                        Optional.empty()));
    }

    private static HotSpotDetector hotSpots(BackgroundModel background, List<SceneExcesses> reference) {
        return HotSpotDetector.of(
                background.scatter(),
                reference.stream().map(SceneExcesses::residual).toList(),
                background.idleVariance());
    }

    private static RegimeBaseline of(
            MonitoredFeatures watched,
            SceneConversion conversion,
            BackgroundModel background,
            List<SceneExcesses> reference,
            Optional<HotSpotDetector> hotSpots) {
        double idleVariance = background.idleVariance();
        List<List<BaselineRow>> rows = IntStream.range(0, watched.features().size())
                .mapToObj(footprint -> reference.stream()
                        .flatMap(scene -> row(watched, idleVariance, scene, footprint, _ -> true).stream())
                        .toList())
                .toList();
        EmpiricalBayesPrior prior = EmpiricalBayesPrior.of(
                watched.buildingParcels().stream().map(rows::get).toList());
        EmpiricalBayesPrior ofGround = EmpiricalBayesPrior.of(watched.parcels().stream()
                .filter(watched::isGround)
                .map(rows::get)
                .toList());
        EmpiricalBayesPrior ofOperation = prior.ofOperation();
        List<Optional<Baseline>> baselines = IntStream.range(0, rows.size())
                .mapToObj(footprint -> rows.get(footprint).size() >= Baseline.FEWEST_OBSERVATIONS
                        ? Optional.of(Baseline.of(
                                rows.get(footprint),
                                watched.isGround(footprint)
                                        ? ofGround
                                        : watched.mayHaveRun(footprint) ? ofOperation : prior))
                        : Optional.<Baseline>empty())
                .toList();
        return new RegimeBaseline(
                watched,
                conversion,
                background,
                reference,
                prior,
                baselines,
                hotSpots,
                new RegimeScatter(
                        usualCommonMode(watched, reference),
                        Median.withDefaults()
                                .evaluate(reference.stream()
                                        .mapToDouble(SceneExcesses::variance)
                                        .toArray()),
                        autocorrelation(watched.buildingParcels(), reference, baselines)));
    }

    private static Optional<BaselineRow> row(
            MonitoredFeatures watched, double idleVariance, SceneExcesses scene, int footprint, IntPredicate isUsed) {
        if (scene.observations().get(footprint) instanceof MeasuredObservation.Measured m) {
            double variance = idleVariance + m.formalError() * m.formalError() + m.outlineError() * m.outlineError();
            SceneSamples samples = scene.residual().scene();
            return Optional.of(new BaselineRow(
                    m.kelvin(),
                    variance,
                    new BaselineRow.Season(samples.cosine(), samples.sine()),
                    commonMode(
                            watched.buildingParcels(), scene, parcel -> parcel != footprint && isUsed.test(parcel))));
        }
        return Optional.empty();
    }

    /** Median excess of those reference parcels that are used. */
    private static double commonMode(List<Integer> parcels, SceneExcesses scene, IntPredicate isUsed) {
        double[] kelvin = parcels.stream()
                .filter(isUsed::test)
                .map(scene.observations()::get)
                .filter(MeasuredObservation.Measured.class::isInstance)
                .mapToDouble(e -> ((MeasuredObservation.Measured) e).kelvin())
                .toArray();
        return kelvin.length < BackgroundModel.FEWEST_PARCELS
                ? 0
                : Median.withDefaults().evaluate(kelvin);
    }

    /**
     * Median excess of the reference parcels, effective kelvin.
     *
     * @param activity of the parcels before the scene
     */
    double commonMode(SceneExcesses scene, ParcelActivity activity) {
        return commonMode(watched.buildingParcels(), scene, activity::isQuiet);
    }

    /** Measures a scene of this regime; empty if too little of the site was visible. */
    Optional<MeasuredScene> measure(SampledScene scene) {
        return conversion.convert(scene).map(samples -> {
            MaskedSamples masked = MaskedSamples.of(scene.nativeSamples().orElseThrow());
            OptionalInt index = IntStream.range(0, reference.size())
                    .filter(k ->
                            reference.get(k).residual().scene().acquiredAt().equals(samples.acquiredAt()))
                    .findFirst();
            SceneExcesses excesses = index.isPresent() ? reference.get(index.getAsInt()) : background.measure(samples);
            return new MeasuredScene(this, excesses, index, masked, new KnownHotSpots());
        });
    }

    /**
     * Judges a footprint in a scene; empty if it was hidden or has too few reference observations.
     *
     * @param activity of the reference parcels before the scene
     */
    Optional<ExcessOverBaseline> judge(
            SceneExcesses scene, int footprint, double extraVariance, ParcelActivity activity) {
        return baselines
                .get(footprint)
                .flatMap(baseline -> row(watched, background.idleVariance(), scene, footprint, activity::isQuiet)
                        .map(row -> baseline.judge(row, extraVariance)));
    }

    /** Judges a footprint in a reference scene against a baseline without that scene (leave-one-out). */
    Optional<ExcessOverBaseline> judgeLeaveOneOut(int scene, int footprint) {
        return judgeLeaveOneOut(scene, footprint, reference, baselines);
    }

    private static Optional<ExcessOverBaseline> judgeLeaveOneOut(
            int scene, int footprint, List<SceneExcesses> reference, List<Optional<Baseline>> baselines) {
        if (!isMeasured(reference.get(scene), footprint)) {
            return Optional.empty();
        }
        int row = (int) reference.subList(0, scene).stream()
                .filter(before -> isMeasured(before, footprint))
                .count();
        return baselines.get(footprint).map(baseline -> baseline.judgeLeaveOneOut(row));
    }

    private static boolean isMeasured(SceneExcesses scene, int footprint) {
        return scene.observations().get(footprint) instanceof MeasuredObservation.Measured;
    }

    /** Standard deviation of the common mode over the reference scenes, effective kelvin. */
    private static double usualCommonMode(MonitoredFeatures watched, List<SceneExcesses> reference) {
        double sumOfSquares = 0;
        for (SceneExcesses scene : reference) {
            double mode = commonMode(watched.buildingParcels(), scene, _ -> true);
            sumOfSquares += mode * mode;
        }
        return Math.max(0.01, Math.sqrt(sumOfSquares / reference.size()));
    }

    /** Autocorrelation of one footprint, at least that of the parcels: activity lasts longer than weather. */
    double autocorrelation(int footprint) {
        return Math.max(usual.autocorrelation(), autocorrelation(List.of(footprint), reference, baselines));
    }

    private static double autocorrelation(
            List<Integer> footprints, List<SceneExcesses> reference, List<Optional<Baseline>> baselines) {
        double products = 0;
        double sumOfSquares = 0;
        for (int parcel : footprints) {
            List<Double> z = new ArrayList<>();
            for (int k = 0; k < reference.size(); k++) {
                judgeLeaveOneOut(k, parcel, reference, baselines)
                        .ifPresent(excess -> z.add(Math.clamp(excess.z(), -4, 4)));
            }
            for (int k = 1; k < z.size(); k++) {
                double before = z.get(k - 1);
                double now = z.get(k);
                products += before * now;
                sumOfSquares += (before * before + now * now) / 2;
            }
        }
        return sumOfSquares > 0 ? Math.max(0, products / sumOfSquares) : 0;
    }

    /** Estimates the width of the sensor's point spread from the reference scenes; takes seconds. */
    Optional<PointSpreadEstimate> pointSpread() {
        return PointSpreadEstimate.of(
                reference.stream().map(SceneExcesses::residual).toList(),
                watched::seenThrough,
                background.covariance(),
                background.idleVariance());
    }

    RegimeReport report(Regime regime) {
        return new RegimeReport(
                regime, reference.size(), background.covariance(), background.idleVariance(), usual.autocorrelation());
    }
}
