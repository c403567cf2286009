package org.heatwatch.source;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Number of buildings in use in one quarter, and their total excess. */
public record ActivityQuarter(
        @JsonPropertyDescription("First day of the quarter.")
        LocalDate from,

        @JsonPropertyDescription("Last day of the quarter.") LocalDate to,

        @JsonPropertyDescription("Clear overpasses in the quarter; without any, nothing is known.")
        int overpasses,

        @JsonPropertyDescription("Sources that were found and were warm in the quarter.")
        int found,

        @JsonPropertyDescription("Estimated number of buildings in use, including those too weak to be found.")
        @Nullable
        Double buildings,

        @JsonPropertyDescription("Lower end of the 90 % interval of buildings.") @Nullable
        Double buildingsLow,

        @JsonPropertyDescription("Upper end of the 90 % interval of buildings.") @Nullable
        Double buildingsHigh,

        @JsonPropertyDescription("Total excess of all sources that were found, K m2.") @Nullable
        Double kelvinSquareMetres,

        @JsonPropertyDescription("Standard error of kelvinSquareMetres.") @Nullable
        Double kelvinSquareMetresStandardError) {}
