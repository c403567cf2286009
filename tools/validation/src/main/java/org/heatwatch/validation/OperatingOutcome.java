package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.Transition;

/**
 * What the chain found of one facility of a site in operation.
 *
 * @param change what became of it
 * @param overpasses clear overpasses from the change to the announcement of the right one, both included; empty if it
 *     was not announced, or before the change
 * @param clearAfter clear overpasses after the change
 * @param falseFalls changes to LOWER that did not happen
 * @param falseRises changes to HIGHER that did not happen
 * @param trueYears years after the reference period in which its activity was unchanged
 */
record OperatingOutcome(
        ActivityChange change,
        Optional<Integer> overpasses,
        int clearAfter,
        int falseFalls,
        int falseRises,
        double trueYears) {
    private static final double DAYS_PER_YEAR = 365.25;

    /**
     * Compares a history with the truth.
     *
     * @param changeDay first day after the change
     * @param from first day after the reference period with scenes
     */
    static OperatingOutcome of(FeatureHistory history, ActivityChange change, LocalDate changeDay, LocalDate from) {
        List<JudgedObservation> after = history.observations().stream()
                .filter(seen -> seen.counts() && !seen.date().isBefore(changeDay))
                .toList();
        FacilityState expected = expected(change);
        Optional<Integer> overpasses = history.track().transitions().stream()
                .filter(transition ->
                        transition.to() == expected && !transition.date().isBefore(changeDay))
                .findFirst()
                .map(announced -> (int) after.stream()
                        .filter(seen -> !seen.date().isAfter(announced.date()))
                        .count());
        LocalDate last = history.observations().isEmpty()
                ? from
                : history.observations().getLast().date();
        LocalDate unchangedUntil = change == ActivityChange.UNCHANGED || last.isBefore(changeDay) ? last : changeDay;
        return new OperatingOutcome(
                change,
                change == ActivityChange.UNCHANGED ? Optional.empty() : overpasses,
                after.size(),
                count(history, FacilityState.LOWER, from, change, changeDay),
                count(history, FacilityState.HIGHER, from, change, changeDay),
                ChronoUnit.DAYS.between(from, unchangedUntil) / DAYS_PER_YEAR);
    }

    private static FacilityState expected(ActivityChange change) {
        return switch (change) {
            case STOPPED, HALVED -> FacilityState.LOWER;
            case GROWN -> FacilityState.HIGHER;
            case UNCHANGED -> FacilityState.UNCHANGED;
        };
    }

    private static int count(
            FeatureHistory history, FacilityState to, LocalDate from, ActivityChange change, LocalDate changeDay) {
        return (int) history.track().transitions().stream()
                .filter(transition -> transition.to() == to && isNew(transition))
                .filter(transition -> !transition.date().isBefore(from))
                .filter(transition -> transition.date().isBefore(changeDay) || expected(change) != to)
                .count();
    }

    /** Whether a transition is a change, not the end of a doubt about an earlier one. */
    static boolean isNew(Transition transition) {
        return transition.from() != FacilityState.RETURNING && transition.from() != FacilityState.STALE;
    }
}
