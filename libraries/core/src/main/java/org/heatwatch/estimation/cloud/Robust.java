package org.heatwatch.estimation.cloud;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/** Robust statistics of values of which some may be NaN, for "no value". */
final class Robust {
    private static final double MAD_TO_DEVIATION = 1.4826;

    private Robust() {}

    /** Median of the values; NaN if there are none. */
    static double median(double[] values) {
        return Median.withDefaults().evaluate(finite(values));
    }

    /** Robust standard deviation about the median, from the median absolute deviation; NaN if there are no values. */
    static double deviation(double[] values) {
        double[] finite = finite(values);
        double median = Median.withDefaults().withCopy(true).evaluate(finite);
        for (int i = 0; i < finite.length; i++) {
            finite[i] = Math.abs(finite[i] - median);
        }
        return MAD_TO_DEVIATION * Median.withDefaults().evaluate(finite);
    }

    /** The value below which a share of the values lies; NaN if there are none. */
    static double quantile(double[] values, double share) {
        double[] finite = finite(values);
        Arrays.sort(finite);
        return finite.length == 0 ? Double.NaN : finite[(int) (share * (finite.length - 1))];
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
