package org.heatwatch.numbers;

import org.jspecify.annotations.Nullable;

/**
 * Refuses NaN and infinity. Records that are stored or enter a statistic check their numbers with it: one NaN in a sum
 * makes every result NaN, and a comparison with NaN is always false.
 */
public final class Finite {
    private Finite() {}

    /**
     * Returns a finite number unchanged.
     *
     * @param name of the number, for the message
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static double require(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is %s, not a finite number".formatted(name, value));
        }
        return value;
    }

    /** The same for a number that may be absent. */
    public static @Nullable Double requireIfPresent(@Nullable Double value, String name) {
        if (value != null) {
            require(value, name);
        }
        return value;
    }

    /** Whether all numbers are finite. */
    public static boolean areAll(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
