package org.heatwatch.state;

/** What is known of a facility: whether it is warmer than its idle self, or that this is not known. */
public enum FacilityState {
    /** Too few dormant looks to know its idle self. */
    UNCALIBRATED,
    /** Not seen yet. */
    UNKNOWN,
    /** As in the dormant era. */
    OFF,
    /** Warm on one look, or a little on several: too little to call it on. */
    SUSPECT,
    /** Warmer than its idle self over several looks. */
    ON,
    /** Was on and looks less so: too little to call it off. */
    COOLING,
    /** Not seen for so long that its state is no longer known. */
    STALE
}
