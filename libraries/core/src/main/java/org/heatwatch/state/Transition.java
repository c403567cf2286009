package org.heatwatch.state;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/**
 * A change of a facility's state. Each begins at the state in which the previous one ended.
 *
 * @param date UTC date of the acquisition, or on which the state became {@link FacilityState#STALE}
 * @param acquisition of the observation that caused it; empty for {@link FacilityState#STALE}, which depends on the
 *     date only
 * @param reason in plain words, such as "CUSUM 5.61 passed 5.20"
 */
public record Transition(
        FacilityState from, FacilityState to, LocalDate date, Optional<Acquisition> acquisition, String reason) {

    public Transition {
        if (from == to) {
            throw new IllegalArgumentException("%s to %s is not a transition".formatted(from, to));
        }
        if (acquisition.isPresent() == (to == FacilityState.STALE)) {
            throw new IllegalArgumentException("transition to %s with acquisition %s".formatted(to, acquisition));
        }
    }
}
