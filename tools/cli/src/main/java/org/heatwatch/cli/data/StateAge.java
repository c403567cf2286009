package org.heatwatch.cli.data;

import java.time.LocalDate;
import java.util.Set;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.StateTrack;

/** Whether the passing of time alone has changed the states of a publication. */
final class StateAge {
    private static final Set<FacilityState> AGELESS = Set.of(FacilityState.STALE, FacilityState.UNCALIBRATED);

    private StateAge() {}

    /** Whether all published states are those of a later day too, if there are no further scenes. */
    static boolean sameOn(LocalDate day, PublishedSite published) {
        boolean isLater = !day.isBefore(published.asOf().orElseThrow());
        return isLater
                && published.watched().stream()
                        .map(published::currentState)
                        .allMatch(state -> AGELESS.contains(state.state()) || isFresh(state, day));
    }

    private static boolean isFresh(PublishedState state, LocalDate day) {
        return state.latest() != null
                && state.latest()
                        .acquisition()
                        .date()
                        .plusDays(StateTrack.STALE_DAYS)
                        .isAfter(day);
    }
}
