package org.heatwatch.score;

import java.util.List;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.Recovery;

/**
 * What one product alone says of a site.
 *
 * @param site id of the site
 * @param kelvinPerRadiance effective kelvin of one W/(m2 sr um) at the top of the atmosphere
 * @param observations of facilities, controls and reference parcels, in the order of the site's file
 */
public record SceneReading(
        ProductId product,
        String site,
        Transmittance transmittance,
        double kelvinPerRadiance,
        Recovery recovery,
        List<MeasuredFeature> observations) {

    public SceneReading {
        observations = List.copyOf(observations);
    }
}
