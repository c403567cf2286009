package org.heatwatch.validation;

import java.util.Arrays;

/**
 * A rate or a ratio of rates, with its 90 % interval.
 *
 * @param value the rate or ratio
 * @param low 5th percentile of the bootstrap replicates
 * @param high 95th percentile of the bootstrap replicates
 */
public record Rate(double value, double low, double high) {

    static Rate of(double value, double[] replicates) {
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        return new Rate(value, at(sorted, 0.05), at(sorted, 0.95));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** For example {@code 0.57 (0.53-0.61)}. */
    @Override
    public String toString() {
        return "%.3f (%.3f-%.3f)".formatted(value, low, high);
    }
}
