package org.heatwatch.source;

import java.time.LocalDate;

/**
 * A range of days.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period starts on %s, after it ends on %s".formatted(from, to));
        }
    }

    /** Whether a day is in the period, which includes its first and last day. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** For example {@code 2024-01-01/2025-10-31}. */
    @Override
    public String toString() {
        return from + "/" + to;
    }
}
