package org.heatwatch.publication;

/** What a pass said of a facility. Neither of the last two is ever "cold". */
public enum ObservationStatus {
    /** It was seen and judged. */
    OBSERVED,
    /** Too little of it was visible. */
    NO_OBSERVATION,
    /** Too few dormant looks to judge it by. */
    UNCALIBRATED
}
