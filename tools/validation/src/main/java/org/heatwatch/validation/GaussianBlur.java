package org.heatwatch.validation;

import org.heatwatch.sampling.ThermalImage;

/** Convolution of pixels with a circular Gaussian, normalised at the borders. */
final class GaussianBlur {
    /** In standard deviations; the weight beyond is less than a thousandth of the peak. */
    private static final double REACH = 4;

    private GaussianBlur() {}

    /**
     * The blurred values.
     *
     * @param values by pixel
     * @param frame image with these pixels
     * @param sigma standard deviation in pixels
     */
    static double[] of(double[] values, ThermalImage frame, double sigma) {
        int rows = frame.rows();
        int columns = frame.columns();
        double[] once = new double[values.length];
        double[] twice = new double[values.length];
        for (int row = 0; row < rows; row++) {
            blurLine(values, once, row * columns, 1, columns, sigma);
        }
        for (int column = 0; column < columns; column++) {
            blurLine(once, twice, column, columns, rows, sigma);
        }
        return twice;
    }

    private static void blurLine(double[] from, double[] to, int first, int step, int length, double sigma) {
        int reach = (int) Math.ceil(REACH * sigma);
        for (int i = 0; i < length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
                double weight = Math.exp(-(i - j) * (i - j) / (2 * sigma * sigma));
                sum += weight * from[first + j * step];
                weights += weight;
            }
            to[first + i * step] = sum / weights;
        }
    }
}
