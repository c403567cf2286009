package org.heatwatch.publication;

/** Whether a facility was observed in a pass. Neither of the last two values means "cold". */
public enum ObservationStatus {
    /** It was observed and judged. */
    OBSERVED,
    /** Too little of it was visible. */
    NO_OBSERVATION,
    /** Too few reference observations to judge it. */
    UNCALIBRATED
}
