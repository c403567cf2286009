package org.heatwatch.publication;

import java.time.LocalDate;

/**
 * Years, both ends included.
 *
 * @param to not before {@code from}, or there are none
 */
public record Years(int from, int to) {
    public static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** The year of a day. */
    public static Years of(LocalDate day) {
        return new Years(day.getYear(), day.getYear());
    }

    boolean contains(int year) {
        return from <= year && year <= to;
    }
}
