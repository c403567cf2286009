package org.heatwatch.score;

import java.util.List;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.Recovery;

/**
 * Measurement of a site from a single product, without its history.
 *
 * @param site id of the site
 * @param kelvinPerRadiance effective kelvin per W/(m2 sr um) at the top of the atmosphere
 * @param observations of facilities, controls and reference parcels, in the order of the site's file
 */
public record SceneMeasurement(
        ProductId product,
        String site,
        Transmittance transmittance,
        double kelvinPerRadiance,
        Recovery recovery,
        List<MeasuredFeature> observations) {

    public SceneMeasurement {
        observations = List.copyOf(observations);
    }
}
