package org.heatwatch.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.baseline.IdlePool;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.estimation.hotspot.HotSpotMap;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Role;

/**
 * What the reference scenes of one regime teach: the background model that scenes are measured by, and for each footprint
 * the baseline that its excess is judged by.
 *
 * @param reference the scenes that make the baselines
 * @param pool what the reference parcels have in common
 * @param baselines one for each footprint; empty with too few reference observations
 */
record RegimeBaseline(
        WatchedRoofs watched,
        SceneConversion conversion,
        BackgroundModel background,
        List<SceneExcesses> reference,
        IdlePool pool,
        List<Optional<Baseline>> baselines,
        HotSpotMap hotSpots) {

    /** Learns from the scenes of one regime; empty if too few of them are certainly idle. */
    static Optional<RegimeBaseline> learn(ReferenceScenes scenes, WatchedRoofs watched) {
        SceneConversion conversion = scenes.conversion(watched);
        return BackgroundModel.learn(watched, scenes.converted(conversion))
                .map(learned -> of(watched, conversion, learned.model(), learned.reference()));
    }

    private static RegimeBaseline of(
            WatchedRoofs watched,
            SceneConversion conversion,
            BackgroundModel background,
            List<SceneExcesses> reference) {
        double idleVariance = background.idleVariance();
        HotSpotMap hotSpots = HotSpotMap.of(
                background.quiet(),
                reference.stream().map(SceneExcesses::residual).toList(),
                idleVariance);
        List<List<BaselineRow>> rows = IntStream.range(0, watched.features().size())
                .mapToObj(footprint -> reference.stream()
                        .flatMap(scene -> row(watched, idleVariance, scene, footprint).stream())
                        .toList())
                .toList();
        IdlePool pool =
                IdlePool.of(watched.ofRole(Role.NULL).stream().map(rows::get).toList());
        List<Optional<Baseline>> baselines = rows.stream()
                .map(its -> its.size() >= Baseline.FEWEST_LOOKS
                        ? Optional.of(Baseline.of(its, pool))
                        : Optional.<Baseline>empty())
                .toList();
        return new RegimeBaseline(watched, conversion, background, reference, pool, baselines, hotSpots);
    }

    private static Optional<BaselineRow> row(
            WatchedRoofs watched, double idleVariance, SceneExcesses scene, int footprint) {
        if (scene.observations().get(footprint) instanceof MeasuredObservation.Measured m) {
            double variance = idleVariance + m.formalError() * m.formalError() + m.outlineError() * m.outlineError();
            SceneSamples samples = scene.residual().scene();
            return Optional.of(new BaselineRow(
                    m.kelvin(),
                    variance,
                    new BaselineRow.Season(samples.cosine(), samples.sine()),
                    commonMode(watched, scene, OptionalInt.of(footprint))));
        }
        return Optional.empty();
    }

    /** Median excess of the reference parcels, one of them apart. */
    private static double commonMode(WatchedRoofs watched, SceneExcesses scene, OptionalInt without) {
        double[] kelvin = watched.ofRole(Role.NULL).stream()
                .filter(parcel -> without.isEmpty() || parcel != without.getAsInt())
                .map(scene.observations()::get)
                .filter(MeasuredObservation.Measured.class::isInstance)
                .mapToDouble(e -> ((MeasuredObservation.Measured) e).kelvin())
                .toArray();
        return kelvin.length < BackgroundModel.FEWEST_PARCELS
                ? 0
                : Median.withDefaults().evaluate(kelvin);
    }

    /** Median excess of the reference parcels, effective kelvin. */
    double commonMode(SceneExcesses scene) {
        return commonMode(watched, scene, OptionalInt.empty());
    }

    /** Measures a scene of this regime; empty if hardly anything of the site was seen. */
    Optional<MeasuredScene> measure(SampledScene scene) {
        return conversion.convert(scene).map(samples -> {
            MaskedPlaces masked = MaskedPlaces.of(scene.nativeSamples().orElseThrow());
            OptionalInt index = IntStream.range(0, reference.size())
                    .filter(k ->
                            reference.get(k).residual().scene().acquiredAt().equals(samples.acquiredAt()))
                    .findFirst();
            SceneExcesses excesses = index.isPresent() ? reference.get(index.getAsInt()) : background.measure(samples);
            return new MeasuredScene(this, excesses, index, masked);
        });
    }

    /** Judges a footprint in a scene; empty if it was hidden or has too few reference observations. */
    Optional<ExcessOverBaseline> judge(SceneExcesses scene, int footprint, double extraVariance) {
        return baselines
                .get(footprint)
                .flatMap(baseline -> row(watched, background.idleVariance(), scene, footprint)
                        .map(row -> baseline.judge(row, extraVariance)));
    }

    /** Judges a footprint in the reference scene of this index as if that scene had taken no part. */
    Optional<ExcessOverBaseline> judgeLeftOut(int scene, int footprint) {
        if (!isMeasured(scene, footprint)) {
            return Optional.empty();
        }
        int row = (int)
                IntStream.range(0, scene).filter(k -> isMeasured(k, footprint)).count();
        return baselines.get(footprint).map(baseline -> baseline.judgeLeftOut(row));
    }

    private boolean isMeasured(int scene, int footprint) {
        return reference.get(scene).observations().get(footprint) instanceof MeasuredObservation.Measured;
    }

    /** Standard deviation of the common mode over the reference scenes, effective kelvin. */
    double usualCommonMode() {
        double squares = 0;
        for (SceneExcesses scene : reference) {
            double mode = commonMode(scene);
            squares += mode * mode;
        }
        return Math.max(0.01, Math.sqrt(squares / reference.size()));
    }

    /** Correlation of a reference parcel's successive reference excesses, all parcels together; not below 0. */
    double autocorrelation() {
        double products = 0;
        double squares = 0;
        for (int parcel : watched.ofRole(Role.NULL)) {
            List<Double> z = new ArrayList<>();
            for (int k = 0; k < reference.size(); k++) {
                judgeLeftOut(k, parcel).ifPresent(excess -> z.add(Math.clamp(excess.z(), -4, 4)));
            }
            for (int k = 1; k < z.size(); k++) {
                double before = z.get(k - 1);
                double now = z.get(k);
                products += before * now;
                squares += (before * before + now * now) / 2;
            }
        }
        return squares > 0 ? Math.max(0, products / squares) : 0;
    }

    /** How wide the point spread is by the reference scenes; seconds of work. */
    Optional<PointSpreadEstimate> pointSpread() {
        return PointSpreadEstimate.of(
                reference.stream().map(SceneExcesses::residual).toList(),
                watched::seenThrough,
                background.clutter(),
                background.idleVariance());
    }

    RegimeReport report(Regime regime) {
        return new RegimeReport(
                regime, reference.size(), background.clutter(), background.idleVariance(), autocorrelation());
    }
}
