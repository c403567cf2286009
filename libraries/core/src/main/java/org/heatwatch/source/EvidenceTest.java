package org.heatwatch.source;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** One comparison that distinguishes activity from a new surface. */
public record EvidenceTest(
        @JsonPropertyDescription("What is compared.") Kind kind,

        @JsonPropertyDescription("Difference or ratio that is tested.")
        double value,

        @JsonPropertyDescription("Standard error of value.") double standardError,

        @JsonPropertyDescription("Whether it supports activity, contradicts it, or neither.")
        Verdict verdict,

        @JsonPropertyDescription("The result in words.") String sentence) {

    /** What is compared. */
    public enum Kind {
        /** Working days against Sundays. */
        WEEK,
        /** Night against day. */
        NIGHT,
        /** On-and-off against steady. */
        VARIATION,
        /** Whether the excess scales with the elevation of the sun. */
        SUN,
        /** Whether both satellites agree. */
        SATELLITES
    }

    /** What a comparison says. */
    public enum Verdict {
        SUPPORTS_ACTIVITY,
        CONTRADICTS_ACTIVITY,
        INCONCLUSIVE
    }
}
