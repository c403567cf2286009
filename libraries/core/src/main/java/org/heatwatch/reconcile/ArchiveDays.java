package org.heatwatch.reconcile;

import java.time.LocalDate;

/**
 * Days whose acquisitions are compared with the archive, both included.
 *
 * @param from not after to
 */
public record ArchiveDays(LocalDate from, LocalDate to) {
    /** Real-time products are replaced after two to four weeks, and level 2 follows: after that nothing is to come. */
    private static final int USUAL_DAYS = 60;

    public ArchiveDays {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from %s to %s are no days in order".formatted(from, to));
        }
    }

    /** The days within which products of an acquisition are still to be expected. */
    public static ArchiveDays upTo(LocalDate today) {
        return new ArchiveDays(today.minusDays(USUAL_DAYS), today);
    }
}
