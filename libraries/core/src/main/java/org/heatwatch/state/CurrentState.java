package org.heatwatch.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A facility's state at the end of a day.
 *
 * @param seenAs the state after the latest valid observation; equal to the state unless that is
 *     {@link FacilityState#STALE}
 * @param since date of the transition into the state, or of the first pass; empty before the first pass
 * @param lastValidObservation the latest valid observation, which determined the state; empty if there is none
 */
public record CurrentState(
        FacilityState state,
        FacilityState seenAs,
        Optional<LocalDate> since,
        Optional<JudgedObservation> lastValidObservation) {

    public CurrentState {
        if (seenAs == FacilityState.STALE || (state != FacilityState.STALE && state != seenAs)) {
            throw new IllegalArgumentException("%s, seen as %s".formatted(state, seenAs));
        }
    }
}
