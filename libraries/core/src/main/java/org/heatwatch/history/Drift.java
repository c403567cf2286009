package org.heatwatch.history;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How idle roofs wander off with the years: roofs rust, vegetation comes. Learned from the reference parcels of each scene
 * since the reference period, in order, so that an error does not depend on later scenes. A parcel that may not be idle any
 * more does not decide it: each scene speaks by its median.
 *
 * @param weighted surplus variance of the scenes so far times their years, square of an effective kelvin
 * @param squaredYears sum of the squares of their years
 */
record Drift(double weighted, double squaredYears) {
    /** Before any scene: no drift at all is believed as much as scenes that see so many squared years. */
    static final Drift NONE = new Drift(0, 20);

    /** Median of the square of a standard normal deviate. */
    private static final double MEDIAN_SQUARE = 0.4549;

    /** Variance that a year brings, square of an effective kelvin. */
    double variancePerYear() {
        return Math.max(0, weighted / squaredYears);
    }

    /**
     * What is known after one scene more.
     *
     * @param years since the reference period
     * @param z of its reference parcels, re-centred, without drift in their errors
     * @param variance usual square of their errors, square of an effective kelvin
     */
    Drift after(double years, double[] z, double variance) {
        if (z.length < 5 || years <= 0) {
            return this;
        }
        double median =
                Median.withDefaults().evaluate(Arrays.stream(z).map(v -> v * v).toArray());
        return new Drift(weighted + years * (median / MEDIAN_SQUARE - 1) * variance, squaredYears + years * years);
    }
}
