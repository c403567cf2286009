package org.heatwatch.source;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.heatwatch.site.Role;

/** Mean excess of a building in a period. */
public record FacilityMean(
        @JsonPropertyDescription("Id of the feature of the site.")
        String id,

        @JsonPropertyDescription("Its name.") String name,

        @JsonPropertyDescription("Its role: facility, control or building.")
        Role role,

        @JsonPropertyDescription("Mean excess over the reference period, on the area of the footprint.")
        double effectiveKelvin,

        @JsonPropertyDescription("Standard error of effectiveKelvin.")
        double standardError,

        @JsonPropertyDescription("effectiveKelvin in units of its standard error.")
        double z) {}
