package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far a pass can be trusted, and the hot places in it.
 *
 * @param acquiredAt UTC, centre of the scene
 * @param unresolved why the sensor's grid was not recovered; null if it was
 * @param clip key of what was cut from the product
 * @param commonModeKelvin median excess of the idle parcels; null where none were seen
 * @param parcelSpread robust; null where no idle parcels were seen
 * @param suspicions why nothing may be announced from it; empty for a good pass
 * @param searched null where no hot places were looked for
 * @param hotSpots the hottest first
 */
public record PassReport(
        @JsonPropertyDescription("The pass.") Acquisition acquisition,

        @JsonPropertyDescription("Landsat product that it was read from.")
        ProductId product,

        Instant acquiredAt,
        @JsonPropertyDescription("By day or by night.") Pass pass,

        @JsonPropertyDescription("Whether a better product may still change it.")
        boolean provisional,

        @JsonPropertyDescription("Share of the covered pixels that are clear, 0 to 1.")
        double clearFraction,

        @JsonPropertyDescription("Of the atmosphere, 0 to 1.")
        double transmittance,

        @JsonPropertyDescription("The product's own (st_atran), or assumed.")
        Transmittance.Source transmittanceSource,

        @JsonPropertyDescription("What a reader should bear in mind.")
        List<SceneFlag> flags,

        @Nullable String unresolved,
        String clip,

        @JsonPropertyDescription("Whether idle selves are learned from it.")
        boolean dormant,

        @JsonPropertyDescription("Idle parcels that were seen.")
        int parcels,

        @Nullable Double commonModeKelvin,

        @JsonPropertyDescription("Scatter of the idle parcels' z; 1 is usual.") @Nullable
        Double parcelSpread,

        List<String> suspicions,

        @JsonPropertyDescription("Share of the site in which hot spots were looked for, 0 to 1.") @Nullable
        Double searched,

        List<Spot> hotSpots) {

    /** A place that is hotter than its idle self, in degrees WGS 84. */
    public record Spot(
            double longitude,
            double latitude,

            @JsonPropertyDescription("Standard error of the place along each axis: within two of it lie 86 %.")
            double positionStandardErrorMetres,

            @JsonPropertyDescription("Excess in standard errors of a place where nothing is.")
            double z,

            @JsonPropertyDescription("Excess times the area that has it.")
            double kelvinSquareMetres,

            @JsonPropertyDescription("Standard error of that.")
            double kelvinSquareMetresStandardError,

            @JsonPropertyDescription("Id of the nearest feature of the site.") @Nullable
            String nearest,

            @JsonPropertyDescription("How far off that is, 0 inside.") @Nullable
            Double nearestMetres) {

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
                scene.product().acquisition(),
                scene.product(),
                record.acquiredAt(),
                scene.pass(),
                record.isProvisional(),
                record.clearFraction(),
                record.transmittance().tau(),
                record.transmittance().source(),
                List.copyOf(record.flags()),
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
