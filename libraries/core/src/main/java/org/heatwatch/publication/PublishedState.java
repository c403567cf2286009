package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;

/**
 * Published current state of a facility or control, at the end of the day of its history.
 *
 * @param seenAs state after the latest valid observation; differs from the state only if that is STALE
 * @param latest latest observation that was judged; null if there is none
 */
public record PublishedState(
        String facility,

        @JsonPropertyDescription("ON means warmer than its baseline in several passes.")
        FacilityState state,

        @JsonPropertyDescription("State after the latest valid observation.")
        FacilityState seenAs,

        @JsonPropertyDescription("Date of the transition into the state.") @Nullable
        LocalDate since,

        @Nullable PublishedObservation latest) {

    /** State of a facility that is not in the published history. */
    public static PublishedState unknown(String facility) {
        return new PublishedState(facility, FacilityState.UNKNOWN, FacilityState.UNKNOWN, null, null);
    }

    /**
     * The current state of a heat source.
     *
     * @param observations of the source, in order
     * @param changes of its state, in order
     */
    public static PublishedState of(
            String sourceId, FacilityState state, List<PublishedObservation> observations, List<StateChange> changes) {
        return new PublishedState(
                sourceId,
                state,
                state,
                changes.isEmpty() ? null : changes.getLast().date(),
                latest(observations));
    }

    private static @Nullable PublishedObservation latest(List<PublishedObservation> observations) {
        return observations.stream()
                .filter(PublishedObservation::isObserved)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /**
     * The current state of a feature.
     *
     * @param observations of the same feature
     */
    public static PublishedState of(FeatureHistory history, List<PublishedObservation> observations) {
        var current = history.track().current();
        return new PublishedState(
                history.feature().id(),
                current.state(),
                current.seenAs(),
                current.since().orElse(null),
                latest(observations));
    }
}
