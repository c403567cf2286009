package org.heatwatch.reconcile;

import java.time.LocalDate;

/**
 * Range of acquisition dates that are compared with the archive.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record ArchiveDays(LocalDate from, LocalDate to) {
    /** Real-time products are replaced after two to four weeks, and level 2 follows; later no product is expected. */
    private static final int USUAL_DAYS = 60;

    public ArchiveDays {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("the first day %s is after the last day %s".formatted(from, to));
        }
    }

    /** The days whose acquisitions may still get new products. */
    public static ArchiveDays upTo(LocalDate today) {
        return new ArchiveDays(today.minusDays(USUAL_DAYS), today);
    }
}
