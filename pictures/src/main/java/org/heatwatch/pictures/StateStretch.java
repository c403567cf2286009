package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.StateTrack;
import org.heatwatch.state.Transition;

/**
 * A time in which a facility's state stayed the same.
 *
 * @param from first day
 * @param to day on which the next state began, or the last that is told of
 */
record StateStretch(FacilityState state, LocalDate from, LocalDate to) {

    /** All stretches of a track from its first transition on. */
    static List<StateStretch> of(StateTrack track, LocalDate end) {
        List<Transition> all = track.transitions();
        List<StateStretch> stretches = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LocalDate to = i + 1 < all.size() ? all.get(i + 1).date() : end;
            stretches.add(new StateStretch(all.get(i).to(), all.get(i).date(), to));
        }
        return stretches;
    }
}
