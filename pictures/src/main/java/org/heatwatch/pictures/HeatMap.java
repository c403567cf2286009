package org.heatwatch.pictures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Tier;
import org.heatwatch.site.Site;

/**
 * What a heat map shows: one pass over a site.
 *
 * @param cells what was seen; none where the pass could not be laid on the idle map
 * @param check of the pass
 * @param roofs of the same history as the check
 * @param asOf the day at whose end the history was told
 * @param notice what nobody may overlook, such as "Simulated data"
 */
public record HeatMap(
        Site site,
        List<MapCell> cells,
        SceneCheck check,
        List<RoofHistory> roofs,
        LocalDate asOf,
        Optional<String> notice) {

    public HeatMap {
        cells = List.copyOf(cells);
        roofs = List.copyOf(roofs);
    }

    /**
     * A map of what a scene leaves over of the idle map.
     *
     * @param residual of the checked pass; empty if it could not be laid on the idle map
     */
    public static HeatMap of(
            Site site,
            Optional<SceneResidual> residual,
            SceneCheck check,
            List<RoofHistory> roofs,
            LocalDate asOf,
            Optional<String> notice) {
        return new HeatMap(site, residual.map(MapCell::of).orElse(List.of()), check, roofs, asOf, notice);
    }

    Acquisition acquisition() {
        return check.product().acquisition();
    }

    Optional<Instant> acquiredAt() {
        return looks().stream().map(RoofLook::acquiredAt).findFirst();
    }

    /** Whether a better product may still change what is shown. */
    boolean isProvisional() {
        return check.product().tier() == Tier.RT || looks().stream().anyMatch(RoofLook::isProvisional);
    }

    /** How a facility stood at the pass; not observed if nothing is known of it. */
    Standing standing(String featureId) {
        Standing told = told(featureId);
        return check.isSuspect() && told != Standing.NOT_OBSERVED ? Standing.NOT_JUDGED : told;
    }

    private Standing told(String featureId) {
        return roofs.stream()
                .filter(roof -> roof.feature().id().equals(featureId))
                .map(roof -> Standing.of(roof, acquisition()))
                .findFirst()
                .orElse(Standing.NOT_OBSERVED);
    }

    private List<RoofLook> looks() {
        return roofs.stream()
                .flatMap(roof -> roof.looks().stream())
                .filter(look -> look.acquisition().equals(acquisition()))
                .toList();
    }
}
