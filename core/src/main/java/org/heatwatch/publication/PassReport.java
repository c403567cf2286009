package org.heatwatch.publication;

import java.util.List;
import java.util.Optional;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.hotspot.HotSpot;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far a pass can be trusted, and the hot places in it.
 *
 * @param product that it was read from
 * @param pass day or night
 * @param dormant whether baselines are learned from it
 * @param parcels idle parcels that were seen
 * @param commonModeKelvin median excess of the idle parcels; null where none were seen
 * @param parcelSpread robust standard deviation of the idle parcels' z: 1 is usual; null where none were seen
 * @param suspicions why nothing may be announced from it; empty for a good pass
 * @param searched whether hot places were looked for
 * @param hotSpots the hottest first
 */
public record PassReport(
        String acquisition,
        String product,
        String pass,
        boolean dormant,
        int parcels,
        @Nullable Double commonModeKelvin,
        @Nullable Double parcelSpread,
        List<String> suspicions,
        boolean searched,
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
        suspicions = List.copyOf(suspicions);
        hotSpots = List.copyOf(hotSpots);
    }

    static PassReport of(SceneCheck scene, Site site) {
        return new PassReport(
                scene.product().acquisition().id(),
                scene.product().id(),
                Observation.lower(scene.pass()),
                scene.isDormant(),
                scene.parcels(),
                finite(scene.commonMode()),
                finite(scene.parcelSpread()),
                scene.suspicions(),
                scene.hotSpots().isPresent(),
                scene.hotSpots().map(HotSpots::spots).orElse(List.of()).stream()
                        .map(spot -> Spot.of(spot, site, spot.nearest().stream().findFirst()))
                        .toList());
    }

    /** JSON has no word for what is no number. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
