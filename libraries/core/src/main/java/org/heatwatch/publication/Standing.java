package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;

/**
 * How a facility or control stands at the end of the day of a history.
 *
 * @param seenAs another than the state only if that is STALE
 * @param latest the latest look that saw it, which is what the state rests on; null if it was never seen
 */
public record Standing(
        String facility,

        @JsonPropertyDescription("ON means warmer than its idle self in several passes.")
        FacilityState state,

        @JsonPropertyDescription("State when it was last seen.")
        FacilityState seenAs,

        @JsonPropertyDescription("Day of the transition into the state.") @Nullable
        LocalDate since,

        @Nullable PublishedObservation latest) {

    /** Of what was never told of. */
    public static Standing unknown(String facility) {
        return new Standing(facility, FacilityState.UNKNOWN, FacilityState.UNKNOWN, null, null);
    }

    /**
     * How a roof stands.
     *
     * @param observations of the same roof
     */
    public static Standing of(RoofHistory roof, List<PublishedObservation> observations) {
        var current = roof.track().current();
        return new Standing(
                roof.feature().id(),
                current.state(),
                current.seenAs(),
                current.since().orElse(null),
                observations.stream()
                        .filter(PublishedObservation::isObserved)
                        .reduce((_, later) -> later)
                        .orElse(null));
    }
}
