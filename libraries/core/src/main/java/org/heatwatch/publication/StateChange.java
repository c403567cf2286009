package org.heatwatch.publication;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A change of a facility's state.
 *
 * @param date UTC date of the pass, or on which the state became STALE
 * @param state after the change
 * @param reason in plain words, such as "CUSUM 5.61 passed 5.20"; null in data published before reasons were introduced
 */
public record StateChange(
        LocalDate date, FacilityState state, @Nullable String reason) {

    /** All changes of a feature's state, in order. */
    public static List<StateChange> of(FeatureHistory history) {
        return history.track().transitions().stream().map(StateChange::of).toList();
    }

    private static StateChange of(Transition transition) {
        return new StateChange(transition.date(), transition.to(), transition.reason());
    }

    int year() {
        return date.getYear();
    }
}
