package org.heatwatch.history;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How idle roofs wander off with the years: roofs rust, vegetation comes. Learned from the idle parcels of each scene since
 * the dormant era, in order, so that a look's error hangs on no later scene. A parcel that may not be idle any more does
 * not decide it: each scene speaks by its median.
 */
final class Drift {
    /** Median of the square of a standard normal deviate. */
    private static final double MEDIAN_SQUARE = 0.4549;

    /** No drift at all is believed as much as scenes that see so many squared years. */
    private static final double PRIOR = 20;

    private double weighted;
    private double years = PRIOR;

    /** Variance that a year brings, square of an effective kelvin. */
    double variancePerYear() {
        return Math.max(0, weighted / years);
    }

    /**
     * Takes a scene in.
     *
     * @param sinceDormant years since the dormant era
     * @param z of its idle parcels, re-centred, without drift in their errors
     * @param variance usual square of their errors, square of an effective kelvin
     */
    void take(double sinceDormant, double[] z, double variance) {
        if (z.length < 5 || sinceDormant <= 0) {
            return;
        }
        double median =
                Median.withDefaults().evaluate(Arrays.stream(z).map(v -> v * v).toArray());
        weighted += sinceDormant * (median / MEDIAN_SQUARE - 1) * variance;
        years += sinceDormant * sinceDormant;
    }
}
