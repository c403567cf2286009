package org.heatwatch.score;

import java.util.List;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.site.Feature;

/**
 * A facility, control or reference parcel and what one product says of it.
 *
 * @param flags what a reader must know, in plain words; the reason is among them if it was not seen
 */
public record MeasuredFeature(Feature feature, MeasuredObservation observation, List<String> flags) {

    public MeasuredFeature {
        flags = List.copyOf(flags);
    }
}
