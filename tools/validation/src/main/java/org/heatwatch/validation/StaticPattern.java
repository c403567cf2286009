package org.heatwatch.validation;

import java.util.Arrays;
import java.util.List;

/** The part of the pixels that samples cannot represent and that all images of a series have in common. */
final class StaticPattern {
    /** Number of the lowest and of the highest values that are discarded: cloud and change affect single dates. */
    private static final int TRIMMED = 2;

    private StaticPattern() {}

    /**
     * Trimmed mean over all images except one.
     *
     * @param unexplained pixels less the model of the samples, by image and pixel; NaN where masked
     * @param omitted index of the image that is not used
     * @return by pixel; 0 where fewer than five images are valid
     */
    static double[] without(List<double[]> unexplained, int omitted) {
        int pixels = unexplained.getFirst().length;
        double[] pattern = new double[pixels];
        double[] values = new double[unexplained.size()];
        for (int p = 0; p < pixels; p++) {
            int n = 0;
            for (int k = 0; k < unexplained.size(); k++) {
                double value = unexplained.get(k)[p];
                if (k != omitted && !Double.isNaN(value)) {
                    values[n++] = value;
                }
            }
            pattern[p] = trimmedMean(values, n);
        }
        return pattern;
    }

    private static double trimmedMean(double[] values, int n) {
        if (n <= 2 * TRIMMED) {
            return 0;
        }
        Arrays.sort(values, 0, n);
        double sum = 0;
        for (int i = TRIMMED; i < n - TRIMMED; i++) {
            sum += values[i];
        }
        return sum / (n - 2 * TRIMMED);
    }
}
