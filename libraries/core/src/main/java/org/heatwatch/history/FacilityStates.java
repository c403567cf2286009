package org.heatwatch.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.site.Feature;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.BaselinePrecision;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/**
 * The last stage of the pipeline: computes the states of all scored features from their observations.
 *
 * @param baselines of all regimes that have one
 * @param thresholds that were computed already
 * @param asOf states are computed for the end of this day
 */
record FacilityStates(
        Site site,
        MonitoredFeatures watched,
        List<RegimeBaseline> baselines,
        CusumThresholds thresholds,
        LocalDate asOf) {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double LARGEST_AUTOCORRELATION = 0.9;

    /** Lowest autocorrelation of the activity of a facility in operation, in successive observations. */
    private static final double LEAST_OF_ACTIVITY = 0.5;

    /** Histories of the scored features, in the order of the site's file. */
    List<FeatureHistory> of(List<EvaluatedScene> scenes) {
        double observationsPerYear = observationsPerYear();
        return IntStream.range(0, watched.features().size())
                .filter(footprint -> isPublished(watched.features().get(footprint)))
                .parallel()
                .mapToObj(footprint -> {
                    boolean mayHaveRun = watched.mayHaveRun(footprint);
                    CusumThreshold threshold = thresholds.of(precision(footprint, observationsPerYear), mayHaveRun);
                    List<JudgedObservation> observations = scenes.stream()
                            .map(scene -> scene.observations().get(footprint))
                            .toList();
                    ReferenceKind kind = mayHaveRun ? watched.kind() : ReferenceKind.IDLE;
                    StateTrack track = StateTrack.of(observations, threshold.threshold(), asOf, kind);
                    return new FeatureHistory(watched.features().get(footprint), threshold, track);
                })
                .toList();
    }

    /** Parcels that Heat Watch chose are not published. */
    private boolean isPublished(Feature feature) {
        return feature.role().isScored() && site.feature(feature.id()).isPresent();
    }

    /** Rate of the reference period times two, since two satellites have replaced one. */
    private double observationsPerYear() {
        double days = site.referencePeriods().stream()
                .filter(period -> period.weight() == 1)
                .mapToDouble(period -> ChronoUnit.DAYS.between(period.from(), period.to()) + 1.0)
                .sum();
        int observations =
                baselines.stream().mapToInt(regime -> regime.reference().size()).sum();
        return days > 0 ? Math.clamp(2 * observations * DAYS_PER_YEAR / days, 1, 366) : 1;
    }

    /** Precision of the baselines of a footprint, all regimes combined. */
    private BaselinePrecision precision(int footprint, double observationsPerYear) {
        List<RegimeBaseline> known = baselines.stream()
                .filter(regime -> regime.baselines().get(footprint).isPresent())
                .toList();
        boolean mayHaveRun = watched.mayHaveRun(footprint);
        double sumOfInverses = 0;
        double degreesOfFreedom = Double.POSITIVE_INFINITY;
        double autocorrelation = 0;
        double parameters = 1;
        for (RegimeBaseline regime : known) {
            Baseline baseline = regime.baselines().get(footprint).orElseThrow();
            sumOfInverses += 1.0 / baseline.observationCount();
            degreesOfFreedom =
                    mayHaveRun ? 0 : Math.min(degreesOfFreedom, regime.prior().varianceDegreesOfFreedom());
            autocorrelation = Math.max(
                    autocorrelation,
                    mayHaveRun
                            ? regime.autocorrelation(footprint)
                            : regime.usual().autocorrelation());
            parameters = Math.max(parameters, baseline.effectiveParameters());
        }
        // The errors of the baselines of several regimes average out: n observations in each of two count as 2n.
        int referenceObservations = known.isEmpty()
                ? Baseline.FEWEST_OBSERVATIONS
                : (int) Math.round(known.size() * known.size() / sumOfInverses);
        return new BaselinePrecision(
                Math.max(Baseline.FEWEST_OBSERVATIONS, referenceObservations),
                Math.clamp(Math.round(parameters), 1, 4),
                known.isEmpty() ? 0 : degreesOfFreedom,
                Math.clamp(rounded(autocorrelation, mayHaveRun), 0, LARGEST_AUTOCORRELATION),
                observationsPerYear,
                Math.max(1, watched.ofRole(Role.FACILITY).size()));
    }

    /**
     * Facilities in operation have one each: coarser steps let them share thresholds. A few dozen observations leave a
     * standard error of 0.16, and those of two satellites follow each other twice as fast as in most reference periods:
     * at least {@link #LEAST_OF_ACTIVITY} is assumed.
     */
    private static double rounded(double autocorrelation, boolean isOwn) {
        return isOwn
                ? Math.rint(Math.max(LEAST_OF_ACTIVITY, autocorrelation) * 20) / 20
                : Math.rint(autocorrelation * 100) / 100;
    }
}
