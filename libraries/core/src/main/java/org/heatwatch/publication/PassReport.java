package org.heatwatch.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.ClearSky;
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
 * Quality of a recorded scene and the hot spots in it. One scene of each overpass is used; the others are reported
 * without results.
 *
 * @param acquiredAt UTC, centre of the scene
 * @param unresolved why the sampling grid was not recovered; null if it was
 * @param clip key of the clip of the product
 * @param dormant whether it is a reference scene
 * @param commonModeKelvin median excess of the reference parcels, effective kelvin; null if none was observed
 * @param parcelSpread robust standard deviation of the reference parcels' z; null if too few were observed
 * @param suspicions reasons why nothing may be announced from the pass; empty for a good pass
 * @param searched null if the pass was not searched for hot spots
 * @param hotSpots in descending order of significance
 * @param sameOverpassAs acquisition of the same overpass that is used instead of this one; null if this one is used
 */
public record PassReport(
        @JsonPropertyDescription("The pass.") Acquisition acquisition,

        @JsonPropertyDescription("Landsat product that the samples were extracted from.")
        ProductId product,

        Instant acquiredAt,
        @JsonPropertyDescription("By day or by night.") Pass pass,

        @JsonPropertyDescription("Whether a later product may change the result.")
        boolean provisional,

        @JsonPropertyDescription("Clear share of the covered pixels, 0 to 1.")
        double clearFraction,

        @JsonPropertyDescription("Masks that clearFraction is based on: that of the product only (QA_PIXEL), or also "
                + "the test by temperature (QA_PIXEL_AND_TEMPERATURE); null if an earlier version published it.")
        ClearSky.@Nullable Mask cloudMask,

        @JsonPropertyDescription("Number of samples that are used although QA_PIXEL flags them as cloud: it flags the "
                + "same few pixels in most clear passes, as it does for bright buildings.")
        int maskedBuildingSamples,

        @JsonPropertyDescription("Transmittance of the atmosphere, 0 to 1.")
        double transmittance,

        @JsonPropertyDescription("Source of the transmittance: the product's own (st_atran), or assumed.")
        Transmittance.Source transmittanceSource,

        @JsonPropertyDescription("Caveats.") List<SceneFlag> flags,

        @Nullable String unresolved,
        String clip,

        @JsonPropertyDescription("Whether baselines are learned from it: a reference scene.")
        boolean dormant,

        @JsonPropertyDescription("Number of observed reference parcels.")
        int parcels,

        @Nullable Double commonModeKelvin,

        @JsonPropertyDescription("Scatter of the reference parcels' z; about 1 for a normal pass.") @Nullable
        Double parcelSpread,

        List<String> suspicions,

        @JsonPropertyDescription("Share of the site that was searched for hot spots, 0 to 1.") @Nullable
        Double searched,

        List<Spot> hotSpots,

        @JsonPropertyDescription("Acquisition in an adjacent row that is used for this overpass instead; null if this "
                + "scene is used.")
        @Nullable
        Acquisition sameOverpassAs) {

    /** A hot spot, with its position in degrees (WGS 84). */
    public record Spot(
            double longitude,
            double latitude,

            @JsonPropertyDescription("Standard error of the position along each axis; 86 % lie within twice this.")
            double positionStandardErrorMetres,

            @JsonPropertyDescription("Excess in units of its standard error where nothing runs.")
            double z,

            @JsonPropertyDescription("Excess times its area.")
            double kelvinSquareMetres,

            @JsonPropertyDescription("Standard error of kelvinSquareMetres.")
            double kelvinSquareMetresStandardError,

            @JsonPropertyDescription("Id of the nearest feature of the site.") @Nullable
            String nearest,

            @JsonPropertyDescription("Distance to the nearest feature, 0 inside.") @Nullable
            Double nearestMetres) {

        /**
         * Converts a hot spot to degrees.
         *
         * @param nearest feature to name, if any
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
     * The published report of a pass.
     *
     * @param record of the same pass
     * @param site for the conversion of positions to degrees
     */
    public static PassReport of(SceneCheck scene, SceneRecord record, Site site) {
        return of(
                record,
                scene.sky(),
                scene.isReference(),
                scene.parcels(),
                finite(scene.commonMode()),
                finite(scene.parcelSpread()),
                scene.suspicions(),
                scene.hotSpots().map(HotSpots::observedShare).orElse(null),
                scene.hotSpots().map(HotSpots::spots).orElse(List.of()).stream()
                        .map(spot -> Spot.of(spot, site, spot.nearest().stream().findFirst()))
                        .toList(),
                null);
    }

    /**
     * The published report of a recorded scene that is not used, because another scene of its overpass is.
     *
     * @param used acquisition of the other scene
     */
    static PassReport unused(SceneRecord record, Acquisition used) {
        return of(
                record,
                new ClearSky(record.clearFraction(), ClearSky.Mask.QA_PIXEL, 0),
                /* dormant= */ false,
                /* parcels= */ 0,
                null,
                null,
                List.of("same overpass as %s, which is used".formatted(used)),
                null,
                List.of(),
                used);
    }

    private static PassReport of(
            SceneRecord record,
            ClearSky sky,
            boolean dormant,
            int parcels,
            @Nullable Double commonModeKelvin,
            @Nullable Double parcelSpread,
            List<String> suspicions,
            @Nullable Double searched,
            List<Spot> hotSpots,
            @Nullable Acquisition sameOverpassAs) {
        return new PassReport(
                record.acquisition(),
                record.product(),
                record.acquiredAt(),
                record.pass(),
                record.isProvisional(),
                sky.fraction(),
                sky.mask(),
                sky.maskedBuildingSamples(),
                record.transmittance().tau(),
                record.transmittance().source(),
                List.copyOf(record.flags()),
                record.grid() instanceof SampledGrid.Unresolved none ? none.reason() : null,
                record.clipKey(),
                dormant,
                parcels,
                commonModeKelvin,
                parcelSpread,
                suspicions,
                searched,
                hotSpots,
                sameOverpassAs);
    }

    /** Whether the results of its overpass are those of this scene. */
    @JsonIgnore
    public boolean isUsed() {
        return sameOverpassAs == null;
    }

    /** Whether nothing may be announced from it. */
    @JsonIgnore
    public boolean isSuspect() {
        return !suspicions.isEmpty();
    }

    /** Null for a value that is not finite, which JSON cannot represent. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
