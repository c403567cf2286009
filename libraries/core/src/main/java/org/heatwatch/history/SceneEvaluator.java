package org.heatwatch.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.landsat.Level;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.score.ReaderFlags;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.state.BenjaminiHochberg;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.locationtech.jts.geom.Coordinate;

/**
 * Evaluates one scene: first its quality, from its reference parcels, then every footprint.
 *
 * @param isCalibrated whether its regime has a baseline; if so, a scene without a measurement was hidden
 * @param activity of the reference parcels in the scenes before this one
 */
record SceneEvaluator(
        MonitoredFeatures watched,
        SceneRecord scene,
        ClearSky sky,
        Optional<MeasuredScene> measured,
        boolean isCalibrated,
        ParcelActivity activity) {
    /** Spread of the reference parcels' z above which a scene is suspect. */
    private static final double LARGEST_SPREAD = 3;

    /** Share of reference parcels with a score above 99 above which a scene is suspect. */
    private static final double MOST_HOT_PARCELS = 0.1;

    private static final int FEWEST_PARCELS = 5;
    private static final double HOT = 99;
    private static final double FALSE_DISCOVERIES = 0.1;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /**
     * Evaluates the scene.
     *
     * @param years since the reference period, 0 before its end
     * @param before drift estimated from the scenes before this one
     */
    EvaluatedScene evaluate(double years, BaselineDrift before) {
        boolean isLater = years > 0 && measured.filter(m -> !m.isReference()).isPresent();
        BaselineDrift drift =
                isLater && measured.filter(MeasuredScene::hasUsualScatter).isPresent()
                        ? learned(years, before)
                        : before;
        double extraVariance = isLater ? years * drift.variancePerYear() : 0;
        List<Optional<ExcessOverBaseline>> excesses = judged(extraVariance);
        SceneCheck check =
                check(excesses, measured.filter(m -> !m.isReference()).flatMap(m -> m.hotSpots(extraVariance)));
        ParcelActivity after = isLater ? activity.after(watched.parcels(), excesses) : activity;
        return new EvaluatedScene(check, observations(excesses, check), drift, after);
    }

    private BaselineDrift learned(double years, BaselineDrift before) {
        List<ExcessOverBaseline> parcels = of(watched.parcels(), judged(0));
        double variance = parcels.stream()
                .mapToDouble(parcel -> parcel.standardError() * parcel.standardError())
                .average()
                .orElse(0);
        return before.after(years, centred(parcels), variance);
    }

    /** One for each footprint; empty if it was not observed or cannot be judged. */
    private List<Optional<ExcessOverBaseline>> judged(double extraVariance) {
        return IntStream.range(0, watched.features().size())
                .mapToObj(footprint -> measured.flatMap(m -> m.judge(footprint, extraVariance, activity)))
                .toList();
    }

    /** Excesses of those reference parcels that are observed and have not warmed up. */
    private List<ExcessOverBaseline> of(List<Integer> parcels, List<Optional<ExcessOverBaseline>> excesses) {
        return parcels.stream()
                .filter(activity::isQuiet)
                .map(excesses::get)
                .flatMap(Optional::stream)
                .toList();
    }

    private static double[] centred(List<ExcessOverBaseline> parcels) {
        double[] z = parcels.stream().mapToDouble(ExcessOverBaseline::z).toArray();
        double median = Median.withDefaults().withCopy(true).evaluate(z);
        return Arrays.stream(z).map(v -> v - median).toArray();
    }

    private SceneCheck check(List<Optional<ExcessOverBaseline>> excesses, Optional<HotSpots> hotSpots) {
        List<ExcessOverBaseline> parcels = of(watched.parcels(), excesses);
        double[] centred = centred(parcels);
        double spread = centred.length < FEWEST_PARCELS
                ? Double.NaN
                : MAD_TO_DEVIATION
                        * Median.withDefaults()
                                .evaluate(Arrays.stream(centred).map(Math::abs).toArray());
        double commonMode = measured.map(m -> m.baseline().commonMode(m.excesses(), activity))
                .orElse(0.0);
        double usual = measured.map(m -> m.baseline().usual().commonMode()).orElse(1.0);
        Optional<Alignment> alignment =
                measured.map(m -> m.excesses().residual().alignment());
        return new SceneCheck(
                scene.product(),
                scene.pass(),
                sky,
                measured.filter(MeasuredScene::isReference).isPresent(),
                alignment,
                parcels.size(),
                commonMode,
                commonMode / usual,
                spread,
                hotSpots,
                suspicions(of(watched.unheatedParcels(), excesses), spread, alignment));
    }

    /** @param parcels that heat of a building does not reach */
    private List<String> suspicions(List<ExcessOverBaseline> parcels, double spread, Optional<Alignment> alignment) {
        List<String> suspicions = new ArrayList<>();
        long hot = parcels.stream()
                .filter(parcel ->
                        HeatScore.of(parcel.z(), parcel.degreesOfFreedom()).score() > HOT)
                .count();
        if (spread > LARGEST_SPREAD) {
            suspicions.add(String.format(Locale.ROOT, "reference parcels scatter %.1f times more than usual", spread));
        }
        if (parcels.size() >= FEWEST_PARCELS && hot > Math.max(1, MOST_HOT_PARCELS * parcels.size())) {
            suspicions.add(String.format(Locale.ROOT, "%d of %d reference parcels appear hot", hot, parcels.size()));
        }
        if (scene.product().level() == Level.L1GT
                && !alignment.map(SceneCheck::isGood).orElse(false)) {
            suspicions.add("the product has no ground control, and its alignment to the background model is uncertain");
        }
        return suspicions;
    }

    private List<JudgedObservation> observations(List<Optional<ExcessOverBaseline>> excesses, SceneCheck check) {
        boolean[] survivors = survivors(excesses, check);
        Optional<String> setAside =
                check.isSuspect() ? Optional.of(String.join("; ", check.suspicions())) : Optional.empty();
        return IntStream.range(0, watched.features().size())
                .mapToObj(footprint -> new JudgedObservation(
                        scene.acquisition(),
                        scene.acquiredAt(),
                        scene.pass(),
                        outcome(footprint, excesses.get(footprint), survivors[footprint], check),
                        setAside,
                        check.isPlaced(),
                        scene.isProvisional(),
                        flags(watched.features().get(footprint), check)))
                .toList();
    }

    /** Selects the significant facilities, scaled by the spread of this scene's own reference parcels. */
    private boolean[] survivors(List<Optional<ExcessOverBaseline>> excesses, SceneCheck check) {
        double[] z = of(watched.parcels(), excesses).stream()
                .mapToDouble(ExcessOverBaseline::z)
                .toArray();
        double centre = z.length < FEWEST_PARCELS ? 0 : Median.withDefaults().evaluate(z);
        double spread = z.length < FEWEST_PARCELS ? 1 : Math.max(1, check.parcelSpread());
        List<Integer> facilities = watched.ofRole(Role.FACILITY).stream()
                .filter(facility -> excesses.get(facility).isPresent())
                .toList();
        double[] p = facilities.stream()
                .mapToDouble(facility -> {
                    ExcessOverBaseline excess = excesses.get(facility).orElseThrow();
                    double warmer = HeatScore.of((excess.z() - centre) / spread, excess.degreesOfFreedom())
                            .pValue();
                    return watched.mayHaveRun(facility) ? 2 * Math.min(warmer, 1 - warmer) : warmer;
                })
                .toArray();
        boolean[] chosen = BenjaminiHochberg.significant(p, FALSE_DISCOVERIES);
        boolean[] survivors = new boolean[watched.features().size()];
        for (int i = 0; i < chosen.length; i++) {
            survivors[facilities.get(i)] = chosen[i];
        }
        return survivors;
    }

    private JudgedObservation.Outcome outcome(
            int footprint, Optional<ExcessOverBaseline> excess, boolean survives, SceneCheck check) {
        if (scene.grid() instanceof SampledGrid.Unresolved unresolved) {
            return new JudgedObservation.NoObservation(ReaderFlags.GRID_UNRESOLVED + ": " + unresolved.reason(), 0);
        }
        if (measured.isEmpty()) {
            return isCalibrated
                    ? new JudgedObservation.NoObservation(MeasuredObservation.Hidden.UNSEEN, 0)
                    : new JudgedObservation.Uncalibrated("too few reference scenes (%s)".formatted(Regime.of(scene)));
        }
        MeasuredScene scored = measured.get();
        return switch (scored.excesses().observations().get(footprint)) {
            case MeasuredObservation.Hidden hidden ->
                new JudgedObservation.NoObservation(hidden.reason(), hidden.visibleFraction());
            case MeasuredObservation.Measured m ->
                excess.<JudgedObservation.Outcome>map(d -> new JudgedObservation.Scored(
                                d,
                                HeatScore.of(d.z(), d.degreesOfFreedom()),
                                m.visibleFraction(),
                                confidence(scored, footprint, m.visibleFraction(), check),
                                survives))
                        .orElseGet(() -> new JudgedObservation.Uncalibrated("too few reference observations"));
        };
    }

    private Confidence confidence(MeasuredScene measurement, int footprint, double visibleFraction, SceneCheck check) {
        Coordinate centre = watched.features()
                .get(footprint)
                .footprint()
                .utm()
                .getCentroid()
                .getCoordinate();
        return Confidence.of(
                scene.product().tier(),
                visibleFraction,
                measurement.masked().distance(centre.x, centre.y),
                check.commonModeDeviation(),
                measurement.baseline().baselines().get(footprint).orElseThrow().observationCount());
    }

    private List<String> flags(Feature feature, SceneCheck check) {
        List<String> flags = new ArrayList<>();
        ReaderFlags.ofOutline(feature).ifPresent(flags::add);
        flags.addAll(check.suspicions());
        if (scene.flags().contains(SceneFlag.SNOW)) {
            flags.add("snow");
        }
        return flags;
    }
}
