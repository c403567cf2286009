package org.heatwatch.state;

import org.heatwatch.site.ReferenceKind;

/**
 * State of a facility: whether it is warmer than its baseline, or why this is unknown. Where the reference period is
 * not known to be idle, also whether it is cooler.
 */
public enum FacilityState {
    /** Too few reference observations for a baseline. */
    UNCALIBRATED,
    /** Not observed yet. */
    UNKNOWN,
    /** As in the reference period, in which nothing ran. */
    OFF,
    /** Warm in one observation, or slightly warm in several: not enough evidence for ON. */
    SUSPECT,
    /** Warmer than its baseline over several observations. */
    ON,
    /** Was ON and has become cooler: not enough evidence for OFF. */
    COOLING,
    /** Not observed for so long that its state is no longer known. */
    STALE,
    /** As in the reference period, in which it ran, or may have run. */
    UNCHANGED,
    /** Cooler than its baseline in one observation, or slightly in several: not enough evidence for LOWER. */
    FALLING,
    /** Cooler than its baseline over several observations: stopped or slowed. */
    LOWER,
    /** Warmer than its baseline in one observation, or slightly in several: not enough evidence for HIGHER. */
    RISING,
    /** Warmer than its baseline over several observations: grown. */
    HIGHER,
    /** Was LOWER or HIGHER and has come nearer to its baseline: not enough evidence for UNCHANGED. */
    RETURNING;

    /** Whether it follows from a comparison with a reference period of this kind, or is one of both. */
    public boolean isOf(ReferenceKind kind) {
        return switch (this) {
            case UNCALIBRATED, UNKNOWN, STALE -> true;
            case OFF, SUSPECT, ON, COOLING -> kind == ReferenceKind.IDLE;
            case UNCHANGED, FALLING, LOWER, RISING, HIGHER, RETURNING -> kind.isTwoSided();
        };
    }

    /** Whether it is a change that several observations confirm: ON, LOWER or HIGHER. */
    public boolean isChanged() {
        return this == ON || this == LOWER || this == HIGHER;
    }
}
