package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.publication.StateChange;
import org.heatwatch.state.FacilityState;

/**
 * A period in which the state of a facility did not change.
 *
 * @param from first day
 * @param to first day of the next state, or the last day of the history
 */
record StateStretch(FacilityState state, LocalDate from, LocalDate to) {

    /** All periods from the first change on. */
    static List<StateStretch> of(List<StateChange> changes, LocalDate end) {
        List<StateStretch> periods = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            LocalDate to = i + 1 < changes.size() ? changes.get(i + 1).date() : end;
            periods.add(new StateStretch(changes.get(i).state(), changes.get(i).date(), to));
        }
        return periods;
    }
}
