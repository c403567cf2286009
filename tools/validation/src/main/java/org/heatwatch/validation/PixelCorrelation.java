package org.heatwatch.validation;

import java.util.List;
import org.heatwatch.simulator.SceneGrid;

/**
 * Empirical correlation of pixels by lag.
 *
 * <p>The sum over the pairs of a lag is divided by the number of all pixels, not by the number of pairs, so that the
 * correlation is positive semi-definite. A nugget makes it positive definite.
 */
final class PixelCorrelation implements Correlation {
    private static final int LAGS = 32;

    private final double[][] covariance;
    private final double variance;
    private final double nuggetShare;

    private PixelCorrelation(double[][] covariance, double nuggetShare) {
        this.covariance = covariance;
        this.variance = covariance[0][LAGS];
        this.nuggetShare = nuggetShare;
    }

    /**
     * Computes the correlation of images.
     *
     * @param images square images of mean zero, row by row; 0 for masked pixels
     * @param side rows and columns of each image
     * @param nuggetShare uncorrelated share of the variance
     */
    static PixelCorrelation of(List<double[]> images, int side, double nuggetShare) {
        double[][] sums = images.parallelStream()
                .map(image -> lagSums(image, side))
                .reduce(new double[LAGS + 1][2 * LAGS + 1], PixelCorrelation::added);
        return new PixelCorrelation(sums, nuggetShare);
    }

    private static double[][] lagSums(double[] image, int side) {
        double[][] sums = new double[LAGS + 1][2 * LAGS + 1];
        for (int down = 0; down <= LAGS; down++) {
            for (int right = -LAGS; right <= LAGS; right++) {
                double sum = 0;
                int from = Math.max(0, -right);
                int to = Math.min(side, side - right);
                for (int row = 0; row + down < side; row++) {
                    int here = row * side;
                    int there = (row + down) * side + right;
                    for (int column = from; column < to; column++) {
                        sum += image[here + column] * image[there + column];
                    }
                }
                sums[down][right + LAGS] = sum;
            }
        }
        return sums;
    }

    private static double[][] added(double[][] one, double[][] other) {
        double[][] sum = new double[LAGS + 1][2 * LAGS + 1];
        for (int i = 0; i <= LAGS; i++) {
            for (int j = 0; j <= 2 * LAGS; j++) {
                sum[i][j] = one[i][j] + other[i][j];
            }
        }
        return sum;
    }

    @Override
    public double at(double east, double north) {
        int right = (int) Math.rint(east / SceneGrid.PIXEL_METRES);
        int down = (int) Math.rint(-north / SceneGrid.PIXEL_METRES);
        if (down < 0) {
            right = -right;
            down = -down;
        }
        if (down > LAGS || Math.abs(right) > LAGS) {
            return 0;
        }
        return (1 - nuggetShare) * covariance[down][right + LAGS] / variance;
    }
}
