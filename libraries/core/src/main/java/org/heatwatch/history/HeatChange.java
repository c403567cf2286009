package org.heatwatch.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Step;

/**
 * How much heat a facility that is LOWER or HIGHER lost or gained since its reference period.
 *
 * @param kelvinSquareMetres mean excess over the baseline times the area of the footprint, K m2; negative if it lost
 *     heat
 * @param standardError of that, with the scatter of the observations and the error of the baseline, K m2
 * @param observations number of counted observations since the change began
 * @param from date of the first of them
 */
public record HeatChange(double kelvinSquareMetres, double standardError, int observations, LocalDate from) {

    /**
     * The change of a facility as of the end of its history; empty unless it is LOWER or HIGHER.
     *
     * <p>It is the mean of the observations from the one with which the sums left 0, or the
     * excess last had the other sign. The errors of
     * single observations, S in the root mean square, include the scatter of the facility in its reference period, so
     * that the error of the mean of n observations against a baseline of m is S sqrt(1/n + 1/m).
     *
     * @param compared the site with its reference periods
     */
    public static Optional<HeatChange> of(FeatureHistory facility, Site compared) {
        FacilityState state = facility.track().current().seenAs();
        if (state != FacilityState.LOWER && state != FacilityState.HIGHER) {
            return Optional.empty();
        }
        List<JudgedObservation.Scored> since = new ArrayList<>();
        LocalDate from = facility.track().current().since().orElseThrow();
        boolean isBefore = false;
        for (Step step : facility.track().steps().reversed()) {
            if (step.observation().counts()) {
                isBefore |= step.observation().date().isBefore(from) && isUnchanged(step.state());
                JudgedObservation.Scored scored = step.observation().scored().orElseThrow();
                boolean isOpposite = (scored.effectiveKelvin() > 0) == (state == FacilityState.LOWER);
                if (isBefore && (step.startSum() == 0 || isOpposite)) {
                    break;
                }
                since.add(scored);
                from = step.observation().date().isBefore(from)
                        ? step.observation().date()
                        : from;
            }
        }
        long reference = facility.observations().stream()
                .filter(seen -> seen.counts() && compared.referenceWeight(seen.date()) > 0)
                .count();
        return Optional.of(of(since, Math.max(1, reference), facility, from));
    }

    private static boolean isUnchanged(FacilityState state) {
        return state == FacilityState.UNCHANGED || state == FacilityState.FALLING || state == FacilityState.RISING;
    }

    private static HeatChange of(
            List<JudgedObservation.Scored> since, long reference, FeatureHistory facility, LocalDate from) {
        double area = facility.feature().footprint().areaSquareMetres();
        double mean = since.stream()
                .mapToDouble(JudgedObservation.Scored::effectiveKelvin)
                .average()
                .orElse(0);
        double square = since.stream()
                .mapToDouble(seen -> seen.standardError() * seen.standardError())
                .average()
                .orElse(0);
        double error = Math.sqrt(square * (1.0 / since.size() + 1.0 / reference));
        return new HeatChange(area * mean, area * error, since.size(), from);
    }
}
