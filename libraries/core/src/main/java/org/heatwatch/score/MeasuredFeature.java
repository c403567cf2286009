package org.heatwatch.score;

import java.util.List;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.site.Feature;

/**
 * A facility, control or reference parcel with its observation in one product.
 *
 * @param flags caveats in plain words, including the reason if there is no observation
 */
public record MeasuredFeature(Feature feature, MeasuredObservation observation, List<String> flags) {

    public MeasuredFeature {
        flags = List.copyOf(flags);
    }
}
