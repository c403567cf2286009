package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.hotspot.HotSpot;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far a pass can be trusted, and the hot places in it.
 *
 * @param product that it was read from
 * @param acquiredAt UTC, centre of the scene
 * @param pass day or night
 * @param provisional whether a better product may still change it
 * @param clearFraction share of the covered pixels that are clear, 0 to 1
 * @param transmittance of the atmosphere, 0 to 1
 * @param transmittanceSource st_atran, the product's own, or assumed
 * @param flags what a reader should bear in mind, lower case
 * @param unresolved why the sensor's grid was not recovered; null if it was
 * @param clip key of what was cut from the product
 * @param dormant whether baselines are learned from it
 * @param parcels idle parcels that were seen
 * @param commonModeKelvin median excess of the idle parcels; null where none were seen
 * @param parcelSpread robust standard deviation of the idle parcels' z: 1 is usual; null where none were seen
 * @param suspicions why nothing may be announced from it; empty for a good pass
 * @param searched share of the area in which hot places were looked for, 0 to 1; null where none were looked for
 * @param hotSpots the hottest first
 */
public record PassReport(
        String acquisition,
        String product,
        String acquiredAt,
        String pass,
        boolean provisional,
        double clearFraction,
        double transmittance,
        String transmittanceSource,
        List<String> flags,
        @Nullable String unresolved,
        String clip,
        boolean dormant,
        int parcels,
        @Nullable Double commonModeKelvin,
        @Nullable Double parcelSpread,
        List<String> suspicions,
        @Nullable Double searched,
        List<Spot> hotSpots) {

    /**
     * A place that is hotter than its idle self.
     *
     * @param longitude degrees WGS 84
     * @param latitude degrees WGS 84
     * @param positionStandardErrorMetres along each axis
     * @param z excess in standard errors of a place where nothing is
     * @param kelvinSquareMetres excess times the area that has it
     * @param nearest id of the nearest feature
     */
    public record Spot(
            double longitude,
            double latitude,
            double positionStandardErrorMetres,
            double z,
            double kelvinSquareMetres,
            double kelvinSquareMetresStandardError,
            @Nullable String nearest,
            @Nullable Double nearestMetres) {

        /**
         * A hot spot in degrees.
         *
         * @param nearest feature, if one is to be named
         */
        public static Spot of(HotSpot spot, Site site, Optional<HotSpot.Nearest> nearest) {
            Coordinate at = site.utm().toLonLat(spot.east(), spot.north());
            return new Spot(
                    at.x,
                    at.y,
                    spot.positionError(),
                    spot.z(),
                    spot.kelvinSquareMetres(),
                    spot.kelvinSquareMetresError(),
                    nearest.map(HotSpot.Nearest::id).orElse(null),
                    nearest.map(HotSpot.Nearest::metres).orElse(null));
        }
    }

    public PassReport {
        flags = List.copyOf(flags);
        suspicions = List.copyOf(suspicions);
        hotSpots = List.copyOf(hotSpots);
    }

    /**
     * What is published of a pass.
     *
     * @param record of the same pass
     */
    public static PassReport of(SceneCheck scene, SceneRecord record, Site site) {
        return new PassReport(
                scene.product().acquisition().id(),
                scene.product().id(),
                record.acquiredAt().toString(),
                Observation.lower(scene.pass()),
                record.isProvisional(),
                record.clearFraction(),
                record.transmittance().tau(),
                Observation.lower(record.transmittance().source()),
                record.flags().stream().map(Observation::lower).toList(),
                record.grid() instanceof SampledGrid.Unresolved none ? none.reason() : null,
                record.clipKey(),
                scene.isDormant(),
                scene.parcels(),
                finite(scene.commonMode()),
                finite(scene.parcelSpread()),
                scene.suspicions(),
                scene.hotSpots().map(HotSpots::observedShare).orElse(null),
                scene.hotSpots().map(HotSpots::spots).orElse(List.of()).stream()
                        .map(spot -> Spot.of(spot, site, spot.nearest().stream().findFirst()))
                        .toList());
    }

    /** Whether nothing may be announced from it. */
    @JsonIgnore
    public boolean isSuspect() {
        return !suspicions.isEmpty();
    }

    /** JSON has no word for what is no number. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
