package org.heatwatch.state;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;

/**
 * A change of a facility's state. Each starts from where the one before ended.
 *
 * @param date UTC date of the acquisition, or on which {@link FacilityState#STALE} fell due
 * @param acquisition whose look it was; empty for {@link FacilityState#STALE}, which falls due by the date alone
 * @param reason for people, such as "CUSUM 5.61 passed 5.20"
 */
public record Transition(
        FacilityState from, FacilityState to, LocalDate date, Optional<Acquisition> acquisition, String reason) {

    public Transition {
        if (from == to) {
            throw new IllegalArgumentException("from %s to %s is no transition".formatted(from, to));
        }
        if (acquisition.isPresent() == (to == FacilityState.STALE)) {
            throw new IllegalArgumentException("to %s by %s".formatted(to, acquisition));
        }
    }
}
