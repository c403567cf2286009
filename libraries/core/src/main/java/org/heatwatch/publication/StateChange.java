package org.heatwatch.publication;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A change of a facility's state.
 *
 * @param date UTC day of the pass, or on which STALE fell due
 * @param state that it led to
 * @param reason for people, such as "CUSUM 5.61 passed 5.20"; null in what was published before reasons were
 */
public record StateChange(
        LocalDate date, FacilityState state, @Nullable String reason) {

    /** All changes of a roof's state in their order. */
    public static List<StateChange> of(RoofHistory roof) {
        return roof.track().transitions().stream().map(StateChange::of).toList();
    }

    private static StateChange of(Transition transition) {
        return new StateChange(transition.date(), transition.to(), transition.reason());
    }

    int year() {
        return date.getYear();
    }
}
