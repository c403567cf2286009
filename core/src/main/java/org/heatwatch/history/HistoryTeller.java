package org.heatwatch.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.heatwatch.baseline.Baseline;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.DormantPeriod;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.IdleRecord;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/** Puts measured scenes into order: what each says of every roof, and what that makes of its state. */
final class HistoryTeller {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double LARGEST_AUTOCORRELATION = 0.9;

    private final Site site;
    private final WatchedRoofs watched;
    private final Map<Regime, IdleStratum> strata;
    private final LocalDate asOf;
    private final Optional<LocalDate> dormantUntil;
    private final double looksPerYear;

    HistoryTeller(Site site, WatchedRoofs watched, Map<Regime, IdleStratum> strata, LocalDate asOf) {
        this.site = site;
        this.watched = watched;
        this.strata = strata;
        this.asOf = asOf;
        this.dormantUntil = site.dormant().stream()
                .filter(period -> period.weight() == 1)
                .map(DormantPeriod::to)
                .max(LocalDate::compareTo);
        this.looksPerYear = looksPerYear();
    }

    /** As often as in the dormant years, by two satellites in place of one. */
    private double looksPerYear() {
        double days = site.dormant().stream()
                .filter(period -> period.weight() == 1)
                .mapToDouble(period -> ChronoUnit.DAYS.between(period.from(), period.to()) + 1.0)
                .sum();
        int looks = strata.values().stream().mapToInt(s -> s.dormant().size()).sum();
        return days > 0 ? Math.clamp(2 * looks * DAYS_PER_YEAR / days, 1, 366) : 1;
    }

    SiteHistory tell(List<SampledScene> scenes, List<Optional<MeasuredScene>> measured) {
        Map<Regime, Drift> drifts = new HashMap<>();
        List<SceneCheck> checks = new ArrayList<>();
        List<List<JudgedObservation>> looks = new ArrayList<>();
        for (int roof = 0; roof < watched.features().size(); roof++) {
            looks.add(new ArrayList<>());
        }
        for (int i = 0; i < scenes.size(); i++) {
            SampledScene scene = scenes.get(i);
            Regime regime = Regime.of(scene.scene());
            Drift drift = drifts.computeIfAbsent(regime, _ -> new Drift());
            boolean isCalibrated = strata.containsKey(regime);
            SceneTeller teller =
                    new SceneTeller(watched, scene.scene(), measured.get(i), isCalibrated, sinceDormant(scene), drift);
            checks.add(teller.check());
            List<JudgedObservation> its = teller.looks();
            for (int roof = 0; roof < its.size(); roof++) {
                looks.get(roof).add(its.get(roof));
            }
        }
        Map<IdleRecord, CusumThreshold> thresholds = new ConcurrentHashMap<>();
        List<RoofHistory> roofs = IntStream.range(0, watched.features().size())
                .filter(roof -> watched.features().get(roof).role().isScored())
                .parallel()
                .mapToObj(roof -> {
                    CusumThreshold threshold = thresholds.computeIfAbsent(record(roof), CusumThreshold::of);
                    return new RoofHistory(
                            watched.features().get(roof),
                            threshold,
                            StateTrack.of(looks.get(roof), threshold.threshold(), asOf));
                })
                .toList();
        List<RegimeReport> regimes = strata.entrySet().stream()
                .map(e -> new RegimeReport(
                        e.getKey(),
                        e.getValue().dormant().size(),
                        e.getValue().clutter(),
                        e.getValue().idleVariance(),
                        e.getValue().autocorrelation()))
                .toList();
        return new SiteHistory(site.id(), asOf, regimes, checks, roofs);
    }

    /** In years; 0 before its end. */
    private double sinceDormant(SampledScene scene) {
        return dormantUntil
                .map(end -> Math.max(
                        0,
                        ChronoUnit.DAYS.between(end, scene.scene().acquisition().date()) / DAYS_PER_YEAR))
                .orElse(0.0);
    }

    /** How well a roof's idle self is known, in all regimes together. */
    private IdleRecord record(int roof) {
        List<IdleStratum> known = strata.values().stream()
                .filter(s -> s.baseline(roof).isPresent())
                .toList();
        double inverse = 0;
        double freedom = Double.POSITIVE_INFINITY;
        double autocorrelation = 0;
        double parameters = 1;
        for (IdleStratum stratum : known) {
            Baseline baseline = stratum.baseline(roof).orElseThrow();
            inverse += 1.0 / baseline.lookCount();
            freedom = Math.min(freedom, stratum.pool().varianceFreedom());
            autocorrelation = Math.max(autocorrelation, stratum.autocorrelation());
            parameters = Math.max(parameters, baseline.parameters());
        }
        // The errors of several regimes' predictions average out: n looks in each of two are worth 2n.
        int looks = known.isEmpty() ? Baseline.FEWEST_LOOKS : (int) Math.round(known.size() * known.size() / inverse);
        return new IdleRecord(
                Math.max(Baseline.FEWEST_LOOKS, looks),
                Math.clamp(Math.round(parameters), 1, 4),
                known.isEmpty() ? 0 : freedom,
                Math.clamp(Math.rint(autocorrelation * 100) / 100, 0, LARGEST_AUTOCORRELATION),
                looksPerYear,
                Math.max(1, watched.ofRole(Role.FACILITY).size()));
    }
}
