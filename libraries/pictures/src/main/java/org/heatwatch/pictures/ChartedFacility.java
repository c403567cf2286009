package org.heatwatch.pictures;

import java.util.List;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Feature;

/**
 * The history of a facility or control, as a chart shows it.
 *
 * @param currentState state as of the day for which the history was computed
 * @param observations in chronological order
 * @param changes of its state, in chronological order
 */
public record ChartedFacility(
        Feature feature,
        PublishedState currentState,
        List<PublishedObservation> observations,
        List<StateChange> changes) {

    public ChartedFacility {
        observations = List.copyOf(observations);
        changes = List.copyOf(changes);
    }

    /** The same with the name of a language. */
    ChartedFacility named(String language) {
        return new ChartedFacility(feature.named(language), currentState, observations, changes);
    }
}
