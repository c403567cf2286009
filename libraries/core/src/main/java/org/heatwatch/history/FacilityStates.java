package org.heatwatch.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.IdleRecord;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/**
 * The last stage: the state of everything that is scored, from its observations in order.
 *
 * @param baselines of all regimes that have one
 */
record FacilityStates(Site site, WatchedRoofs watched, List<RegimeBaseline> baselines, LocalDate asOf) {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double LARGEST_AUTOCORRELATION = 0.9;

    /** In the order of the site's file. */
    List<RoofHistory> of(List<EvaluatedScene> scenes) {
        double looksPerYear = looksPerYear();
        Map<IdleRecord, CusumThreshold> thresholds = new ConcurrentHashMap<>();
        return IntStream.range(0, watched.features().size())
                .filter(footprint -> watched.features().get(footprint).role().isScored())
                .parallel()
                .mapToObj(footprint -> {
                    CusumThreshold threshold =
                            thresholds.computeIfAbsent(idleRecord(footprint, looksPerYear), CusumThreshold::of);
                    List<JudgedObservation> observations = scenes.stream()
                            .map(scene -> scene.observations().get(footprint))
                            .toList();
                    StateTrack track = StateTrack.of(observations, threshold.threshold(), asOf);
                    return new RoofHistory(watched.features().get(footprint), threshold, track);
                })
                .toList();
    }

    /** As often as in the reference period, by two satellites in place of one. */
    private double looksPerYear() {
        double days = site.dormant().stream()
                .filter(period -> period.weight() == 1)
                .mapToDouble(period -> ChronoUnit.DAYS.between(period.from(), period.to()) + 1.0)
                .sum();
        int looks = baselines.stream().mapToInt(b -> b.reference().size()).sum();
        return days > 0 ? Math.clamp(2 * looks * DAYS_PER_YEAR / days, 1, 366) : 1;
    }

    /** How well the idle behaviour of a footprint is known, in all regimes together. */
    private IdleRecord idleRecord(int footprint, double looksPerYear) {
        List<RegimeBaseline> known = baselines.stream()
                .filter(b -> b.baselines().get(footprint).isPresent())
                .toList();
        double inverse = 0;
        double freedom = Double.POSITIVE_INFINITY;
        double autocorrelation = 0;
        double parameters = 1;
        for (RegimeBaseline regime : known) {
            Baseline baseline = regime.baselines().get(footprint).orElseThrow();
            inverse += 1.0 / baseline.lookCount();
            freedom = Math.min(freedom, regime.pool().varianceFreedom());
            autocorrelation = Math.max(autocorrelation, regime.autocorrelation());
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
