package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.publication.StateChange;
import org.heatwatch.state.FacilityState;

/**
 * A time in which a facility's state stayed the same.
 *
 * @param from first day
 * @param to day on which the next state began, or the last that is told of
 */
record StateStretch(FacilityState state, LocalDate from, LocalDate to) {

    /** All stretches from the first change on. */
    static List<StateStretch> of(List<StateChange> changes, LocalDate end) {
        List<StateStretch> stretches = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            LocalDate to = i + 1 < changes.size() ? changes.get(i + 1).date() : end;
            stretches.add(
                    new StateStretch(changes.get(i).state(), changes.get(i).date(), to));
        }
        return stretches;
    }
}
