package org.heatwatch.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A facility's state at the end of a day.
 *
 * @param seenAs the state as it was last seen: the same, unless it is {@link FacilityState#STALE}
 * @param since date of the transition into the state, or of the first pass; empty before the first pass
 * @param lastValidLook the latest one, which is what the state rests on; empty if it was never seen
 */
public record CurrentState(
        FacilityState state,
        FacilityState seenAs,
        Optional<LocalDate> since,
        Optional<JudgedObservation> lastValidLook) {

    public CurrentState {
        if (seenAs == FacilityState.STALE || (state != FacilityState.STALE && state != seenAs)) {
            throw new IllegalArgumentException("%s, seen as %s".formatted(state, seenAs));
        }
    }
}
