package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Site;

/**
 * The data of a heat map: one pass over a site.
 *
 * @param cells samples of the pass; empty if the pass could not be compared with the background model
 * @param scatter standard deviation of a cell without a heat source, effective kelvin
 * @param observations of facilities and controls in this pass
 * @param asOf day at whose end this was known
 * @param warning warning that must be shown, such as "Simulated data"
 */
public record HeatMap(
        Site site,
        List<MapCell> cells,
        double scatter,
        PassReport pass,
        List<PublishedObservation> observations,
        LocalDate asOf,
        Optional<String> warning) {

    public HeatMap {
        cells = List.copyOf(cells);
        observations = List.copyOf(observations);
    }

    /**
     * Combines the results of a pass.
     *
     * @param map samples of the same pass; empty if it could not be compared with the background model
     */
    public static HeatMap of(
            Site site,
            Optional<PassMap> map,
            PassReport pass,
            List<PublishedObservation> observations,
            LocalDate asOf,
            Optional<String> warning) {
        return new HeatMap(
                site,
                map.map(MapCell::of).orElse(List.of()),
                map.map(PassMap::scatter).orElse(1.0),
                pass,
                observations,
                asOf,
                warning);
    }

    /** The same with the names of a language. */
    HeatMap named(String language) {
        return new HeatMap(site.named(language), cells, scatter, pass, observations, asOf, warning);
    }

    ProductId product() {
        return pass.product();
    }

    Acquisition acquisition() {
        return pass.acquisition();
    }

    /** The state of a facility by this pass; not observed if there is no observation of it. */
    PassState passState(String featureId) {
        return observations.stream()
                .filter(observation -> observation.facility().equals(featureId))
                .findFirst()
                .map(PassState::of)
                .orElse(PassState.NOT_OBSERVED);
    }
}
