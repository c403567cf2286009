package org.heatwatch.publication;

import java.time.LocalDate;

/**
 * A range of calendar years, both ends included.
 *
 * @param to the range is empty if this is before {@code from}
 */
public record Years(int from, int to) {
    /** All years. */
    public static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** The year of a date. */
    public static Years of(LocalDate day) {
        return new Years(day.getYear(), day.getYear());
    }

    boolean contains(int year) {
        return from <= year && year <= to;
    }
}
