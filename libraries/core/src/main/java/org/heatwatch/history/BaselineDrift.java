package org.heatwatch.history;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Long-term drift of idle footprints since the reference period, for example by rust or new vegetation, as a variance
 * that grows linearly with time. Estimated from the reference parcels of each scene in order, so that the error of a
 * scene does not depend on later scenes. Each scene contributes a median, which is robust to a parcel that is no longer
 * idle.
 *
 * @param weighted sum over the scenes so far of excess variance times years, in squared effective kelvin times years
 * @param squaredYears sum over these scenes of years squared
 */
record BaselineDrift(double weighted, double squaredYears) {
    /** Prior before the first scene: no drift, with the weight of scenes whose squared years sum to 20. */
    static final BaselineDrift NONE = new BaselineDrift(0, 20);

    /**
     * Largest excess variance that one scene can state, in units of the variance expected of it: a scene that is wrong
     * must not change the errors of all later ones, whereas a drift shows in scene after scene.
     */
    private static final double LARGEST_RATIO = 20;

    /** Median of the square of a standard normal deviate. */
    private static final double MEDIAN_SQUARE = 0.4549;

    /** Variance added per year, in squared effective kelvin. */
    double variancePerYear() {
        return Math.max(0, weighted / squaredYears);
    }

    /**
     * Updates the estimate with a scene.
     *
     * @param years since the reference period
     * @param z of the scene's reference parcels, centred on their median; their errors exclude drift
     * @param variance mean square of their standard errors, in squared effective kelvin
     */
    BaselineDrift after(double years, double[] z, double variance) {
        if (z.length < 5 || years <= 0) {
            return this;
        }
        double median =
                Median.withDefaults().evaluate(Arrays.stream(z).map(v -> v * v).toArray());
        double excess = (median / MEDIAN_SQUARE - 1) * variance;
        double largest = LARGEST_RATIO * (variance + years * variancePerYear());
        return new BaselineDrift(weighted + years * Math.min(largest, excess), squaredYears + years * years);
    }
}
