package org.heatwatch.publication;

import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.state.Transition;

/**
 * A change of a facility's state.
 *
 * @param date UTC day of the pass, or on which STALE fell due
 * @param state that it led to
 */
public record StateChange(String date, String state) {

    /** All changes of a roof's state in their order. */
    public static List<StateChange> of(RoofHistory roof) {
        return roof.track().transitions().stream().map(StateChange::of).toList();
    }

    private static StateChange of(Transition transition) {
        return new StateChange(transition.date().toString(), transition.to().name());
    }

    int year() {
        return Integer.parseInt(date.substring(0, 4));
    }
}
