package org.heatwatch.validation;

import org.heatwatch.simulator.SceneGrid;

/**
 * Gaussian point spread of a building in 30 m pixels, sensor and size of the building together: the image of one pixel
 * that is one kelvin warmer. It is the product of two functions of one coordinate each.
 */
final class SpreadGaussian {
    private static final double FULL_WIDTH_METRES = 145;
    private static final double FULL_WIDTH_PER_DEVIATION = 2.3548;

    /** Standard deviation in pixels. */
    static final double DEVIATION = FULL_WIDTH_METRES / FULL_WIDTH_PER_DEVIATION / SceneGrid.PIXEL_METRES;

    /** Value at the centre. */
    static final double PEAK = 1 / (2 * Math.PI * DEVIATION * DEVIATION);

    private SpreadGaussian() {}

    /** Profile along one axis of {@link PixelSeries#SIDE} pixels, with a sum of about 1. */
    static double[] profile(double centre) {
        double[] profile = new double[PixelSeries.SIDE];
        for (int i = 0; i < profile.length; i++) {
            double distance = (i - centre) / DEVIATION;
            profile[i] = Math.sqrt(PEAK) * Math.exp(-distance * distance / 2);
        }
        return profile;
    }

    /** Derivative of the profile with respect to its centre, per pixel. */
    static double[] derivative(double centre) {
        double[] derivative = profile(centre);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] *= (i - centre) / (DEVIATION * DEVIATION);
        }
        return derivative;
    }
}
