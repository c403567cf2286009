package org.heatwatch.score;

import java.util.List;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.Recovery;

/**
 * What one product alone says of a site.
 *
 * @param site id of the site
 * @param readings of facilities, controls and idle parcels, in the order of the site's file
 */
public record SceneReading(
        ProductId product,
        String site,
        Transmittance transmittance,
        Recovery recovery,
        List<FacilityReading> readings) {

    public SceneReading {
        readings = List.copyOf(readings);
    }
}
