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
 * What a heat map shows: one pass over a site.
 *
 * @param cells what was seen; none where the pass could not be laid on the idle map
 * @param scatter standard deviation of a cell where nothing is on, effective kelvin
 * @param looks of this pass at facilities and controls
 * @param asOf the day at whose end this was known
 * @param notice what nobody may overlook, such as "Simulated data"
 */
public record HeatMap(
        Site site,
        List<MapCell> cells,
        double scatter,
        PassReport pass,
        List<PublishedObservation> looks,
        LocalDate asOf,
        Optional<String> notice) {

    public HeatMap {
        cells = List.copyOf(cells);
        looks = List.copyOf(looks);
    }

    /**
     * A map of what a pass shows.
     *
     * @param map of the same pass; empty if it could not be laid on the idle map
     */
    public static HeatMap of(
            Site site,
            Optional<PassMap> map,
            PassReport pass,
            List<PublishedObservation> looks,
            LocalDate asOf,
            Optional<String> notice) {
        return new HeatMap(
                site,
                map.map(MapCell::of).orElse(List.of()),
                map.map(PassMap::scatter).orElse(1.0),
                pass,
                looks,
                asOf,
                notice);
    }

    ProductId product() {
        return pass.product();
    }

    Acquisition acquisition() {
        return pass.acquisition();
    }

    /** How a facility stood at the pass; not observed if nothing is known of it. */
    PassStanding standing(String featureId) {
        return looks.stream()
                .filter(look -> look.facility().equals(featureId))
                .findFirst()
                .map(PassStanding::of)
                .orElse(PassStanding.NOT_OBSERVED);
    }
}
