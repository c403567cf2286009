package org.heatwatch.state;

/** State of a facility: whether it is warmer than its baseline, or why this is unknown. */
public enum FacilityState {
    /** Too few reference observations for a baseline. */
    UNCALIBRATED,
    /** Not observed yet. */
    UNKNOWN,
    /** As in the reference period. */
    OFF,
    /** Warm in one observation, or slightly warm in several: not enough evidence for ON. */
    SUSPECT,
    /** Warmer than its baseline over several observations. */
    ON,
    /** Was ON and has become cooler: not enough evidence for OFF. */
    COOLING,
    /** Not observed for so long that its state is no longer known. */
    STALE
}
