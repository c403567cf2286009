package org.heatwatch.source;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;

/** A place that was warmer than the idle ground over many overpasses, found without the outline of a building. */
public record HeatSource(
        @JsonPropertyDescription("Id; it stays when new overpasses or reprocessing move the position a little.")
        String id,

        @JsonPropertyDescription("Longitude in degrees (WGS 84).")
        double longitude,

        @JsonPropertyDescription("Latitude in degrees (WGS 84).")
        double latitude,

        @JsonPropertyDescription("Standard error of the position.")
        double positionStandardErrorMetres,

        @JsonPropertyDescription("Mean excess of the period times its area.")
        double kelvinSquareMetres,

        @JsonPropertyDescription("Standard error of kelvinSquareMetres.")
        double kelvinSquareMetresStandardError,

        @JsonPropertyDescription("kelvinSquareMetres in units of its standard error at an idle place.")
        double z,

        @JsonPropertyDescription("State, by the same rules as that of a facility.")
        FacilityState state,

        @JsonPropertyDescription("First overpass of the time in which it was warm.")
        LocalDate firstSeen,

        @JsonPropertyDescription("Last overpass of the time in which it was warm.")
        LocalDate lastSeen,

        @JsonPropertyDescription("Whether it was no longer warm at the end of the period.")
        boolean ended,

        @JsonPropertyDescription("Share of the overpasses from firstSeen to lastSeen in which it was active, 0 to 1.")
        double activeShare,

        @JsonPropertyDescription("Overpasses from firstSeen to lastSeen in which it was observed.")
        int overpasses,

        @JsonPropertyDescription("Whether it is inside an outline of the site (role site).")
        boolean insideOutline,

        @JsonPropertyDescription("Id of the nearest feature of the site.") @Nullable
        String nearest,

        @JsonPropertyDescription("Distance to the nearest feature, 0 inside.") @Nullable
        Double nearestMetres,

        @JsonPropertyDescription("What supports or contradicts activity, as opposed to a new surface.")
        ActivityEvidence evidence) {}
