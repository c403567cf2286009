package org.heatwatch.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.baseline.ExcessOverBaseline;
import org.heatwatch.fit.MeasuredObservation;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.idle.Alignment;
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

/** What one scene says: first of itself, by its idle parcels, then of every roof. */
final class SceneTeller {
    /** Idle parcels that stray so many times more than usual: the scene is not to be trusted. */
    private static final double LARGEST_SPREAD = 3;

    /** Share of idle parcels above a score of 99 from which on the scene is not to be trusted. */
    private static final double MOST_HOT_PARCELS = 0.1;

    private static final int FEWEST_PARCELS = 5;
    private static final double HOT = 99;
    private static final double FALSE_DISCOVERIES = 0.1;
    private static final double MAD_TO_DEVIATION = 1.4826;

    private final WatchedRoofs watched;
    private final SceneRecord scene;
    private final Optional<MeasuredScene> measured;
    private final boolean isCalibrated;
    private final List<Optional<ExcessOverBaseline>> deviations;
    private final SceneCheck check;

    /** @param isCalibrated whether enough dormant scenes of its regime are known; if so, what is not measured is hidden */
    SceneTeller(
            WatchedRoofs watched,
            SceneRecord scene,
            Optional<MeasuredScene> measured,
            boolean isCalibrated,
            double sinceDormant,
            Drift drift) {
        this.watched = watched;
        this.scene = scene;
        this.measured = measured;
        this.isCalibrated = isCalibrated;
        boolean isLater = measured.isPresent() && measured.get().dormantNumber().isEmpty() && sinceDormant > 0;
        if (isLater) {
            List<ExcessOverBaseline> parcels = parcels(judged(0));
            double variance = parcels.stream()
                    .mapToDouble(d -> d.standardError() * d.standardError())
                    .average()
                    .orElse(0);
            drift.take(sinceDormant, centred(parcels), variance);
        }
        double extraVariance = isLater ? sinceDormant * drift.variancePerYear() : 0;
        this.deviations = judged(extraVariance);
        this.check = checked(measured.filter(m -> m.dormantNumber().isEmpty()).map(m -> m.hotSpots(extraVariance)));
    }

    private List<Optional<ExcessOverBaseline>> judged(double extraVariance) {
        return IntStream.range(0, watched.features().size())
                .mapToObj(roof -> measured.flatMap(m -> m.judge(roof, extraVariance)))
                .toList();
    }

    private List<ExcessOverBaseline> parcels(List<Optional<ExcessOverBaseline>> of) {
        return watched.ofRole(Role.NULL).stream()
                .map(of::get)
                .flatMap(Optional::stream)
                .toList();
    }

    private static double[] centred(List<ExcessOverBaseline> parcels) {
        double[] z = parcels.stream().mapToDouble(ExcessOverBaseline::z).toArray();
        double median = Median.withDefaults().withCopy(true).evaluate(z);
        return Arrays.stream(z).map(v -> v - median).toArray();
    }

    private SceneCheck checked(Optional<HotSpots> hotSpots) {
        List<ExcessOverBaseline> parcels = parcels(deviations);
        double[] centred = centred(parcels);
        double spread = centred.length < FEWEST_PARCELS
                ? Double.NaN
                : MAD_TO_DEVIATION
                        * Median.withDefaults()
                                .evaluate(Arrays.stream(centred).map(Math::abs).toArray());
        double commonMode =
                measured.map(m -> m.stratum().commonMode(m.excesses(), -1)).orElse(0.0);
        double usual = measured.map(m -> m.stratum().usualCommonMode()).orElse(1.0);
        Optional<Alignment> alignment =
                measured.map(m -> m.excesses().residual().alignment());
        List<String> suspicions = new ArrayList<>();
        long hot = parcels.stream()
                .filter(d -> HeatScore.of(d.z(), d.degreesOfFreedom()).score() > HOT)
                .count();
        if (spread > LARGEST_SPREAD) {
            suspicions.add(String.format(Locale.ROOT, "idle parcels stray %.1f times more than usual", spread));
        }
        if (parcels.size() >= FEWEST_PARCELS && hot > Math.max(1, MOST_HOT_PARCELS * parcels.size())) {
            suspicions.add(String.format(Locale.ROOT, "%d of %d idle parcels look hot", hot, parcels.size()));
        }
        if (scene.product().level() == Level.L1GT
                && !alignment.map(SceneCheck::isGood).orElse(false)) {
            suspicions.add("the product has no ground control, and the idle map does not tell where it lies");
        }
        return new SceneCheck(
                scene.product(),
                scene.pass(),
                measured.flatMap(MeasuredScene::dormantNumber).isPresent(),
                alignment,
                parcels.size(),
                commonMode,
                commonMode / usual,
                spread,
                hotSpots,
                suspicions);
    }

    SceneCheck check() {
        return check;
    }

    /** One for each feature that has a roof. */
    List<JudgedObservation> looks() {
        boolean[] survivors = survivors();
        Optional<String> setAside =
                check.isSuspect() ? Optional.of(String.join("; ", check.suspicions())) : Optional.empty();
        List<JudgedObservation> looks = new ArrayList<>();
        for (int roof = 0; roof < watched.features().size(); roof++) {
            looks.add(new JudgedObservation(
                    scene.acquisition(),
                    scene.acquiredAt(),
                    scene.pass(),
                    outcome(roof, survivors[roof]),
                    setAside,
                    check.isPlaced(),
                    scene.isProvisional(),
                    flags(watched.features().get(roof))));
        }
        return looks;
    }

    /** Facilities that stand out, each judged by the spread of this very scene's idle parcels. */
    private boolean[] survivors() {
        double[] z =
                parcels(deviations).stream().mapToDouble(ExcessOverBaseline::z).toArray();
        double centre = z.length < FEWEST_PARCELS ? 0 : Median.withDefaults().evaluate(z);
        double spread = z.length < FEWEST_PARCELS ? 1 : Math.max(1, check.parcelSpread());
        List<Integer> facilities = watched.ofRole(Role.FACILITY).stream()
                .filter(roof -> deviations.get(roof).isPresent())
                .toList();
        double[] p = facilities.stream()
                .map(roof -> deviations.get(roof).orElseThrow())
                .mapToDouble(d -> HeatScore.of((d.z() - centre) / spread, d.degreesOfFreedom())
                        .pValue())
                .toArray();
        boolean[] chosen = BenjaminiHochberg.survivors(p, FALSE_DISCOVERIES);
        boolean[] survivors = new boolean[watched.features().size()];
        for (int i = 0; i < chosen.length; i++) {
            survivors[facilities.get(i)] = chosen[i];
        }
        return survivors;
    }

    private JudgedObservation.Outcome outcome(int roof, boolean survives) {
        if (scene.grid() instanceof SampledGrid.Unresolved unresolved) {
            return new JudgedObservation.NoObservation(ReaderFlags.GRID_UNRESOLVED + ": " + unresolved.reason(), 0);
        }
        if (measured.isEmpty() && isCalibrated) {
            return new JudgedObservation.NoObservation(MeasuredObservation.Hidden.UNSEEN, 0);
        }
        if (measured.isEmpty()) {
            return new JudgedObservation.Uncalibrated("too few dormant scenes (%s)".formatted(Regime.of(scene)));
        }
        return switch (measured.get().excesses().roofs().get(roof)) {
            case MeasuredObservation.Hidden hidden ->
                new JudgedObservation.NoObservation(hidden.reason(), hidden.visibleFraction());
            case MeasuredObservation.Measured m ->
                deviations
                        .get(roof)
                        .<JudgedObservation.Outcome>map(d -> scored(roof, d, m.visibleFraction(), survives))
                        .orElseGet(() -> new JudgedObservation.Uncalibrated("too few dormant looks"));
        };
    }

    private JudgedObservation.Scored scored(int roof, ExcessOverBaseline d, double visibleFraction, boolean survives) {
        MeasuredScene now = measured.orElseThrow();
        Coordinate middle =
                watched.features().get(roof).footprint().utm().getCentroid().getCoordinate();
        Confidence confidence = Confidence.of(
                scene.product().tier(),
                visibleFraction,
                now.masked().distance(middle.x, middle.y),
                check.commonModeDeviation(),
                now.stratum().baseline(roof).orElseThrow().lookCount());
        return new JudgedObservation.Scored(
                d, HeatScore.of(d.z(), d.degreesOfFreedom()), visibleFraction, confidence, survives);
    }

    private List<String> flags(Feature feature) {
        List<String> flags = new ArrayList<>();
        ReaderFlags.ofOutline(feature).ifPresent(flags::add);
        flags.addAll(check.suspicions());
        if (scene.flags().contains(SceneFlag.SNOW)) {
            flags.add("snow");
        }
        return flags;
    }
}
