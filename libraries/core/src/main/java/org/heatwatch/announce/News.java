package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing to tell.
 *
 * @param marker that keeps it from being told twice
 * @param occurrence as the history has it; empty if it was withdrawn
 * @param before the date that was told before, of what is moved
 */
public record News(
        Kind kind, Change change, Marker marker, Optional<Occurrence> occurrence, Optional<LocalDate> before) {

    /** How it stands to what was told. */
    public enum Change {
        NEW,
        /** It happened on another day than was told. */
        MOVED,
        /** It did not happen. */
        WITHDRAWN,
        /** It was withdrawn, and happened all the same. */
        REINSTATED
    }
}
