package org.heatwatch.publication;

/**
 * Years, both ends included.
 *
 * @param to not before {@code from}, or there are none
 */
public record Years(int from, int to) {
    public static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    boolean contains(int year) {
        return from <= year && year <= to;
    }
}
