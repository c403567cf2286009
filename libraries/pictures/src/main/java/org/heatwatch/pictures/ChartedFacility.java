package org.heatwatch.pictures;

import java.util.List;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Feature;

/**
 * A facility or control over time.
 *
 * @param observations in their order
 * @param changes of its state, in their order
 */
public record ChartedFacility(
        Feature feature, Standing standing, List<PublishedObservation> observations, List<StateChange> changes) {

    public ChartedFacility {
        observations = List.copyOf(observations);
        changes = List.copyOf(changes);
    }
}
