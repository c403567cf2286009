package org.heatwatch.validation;

import org.ejml.data.DMatrixRMaj;

/**
 * Inner products of images under a stationary noise with a known spectrum. Columns are the independent values of a
 * transformed image divided by the root of the spectrum, so that the sum of products is the inner product.
 */
final class WhitenedImages {
    private static final int SIDE = PixelSeries.SIDE;
    private static final int HALF = SIDE / 2;

    /** Length of a column. */
    static final int LENGTH = 2 * SIDE * (HALF + 1);

    private final double[] scale;

    /** @param power power spectrum, row by row of frequencies */
    WhitenedImages(double[] power) {
        scale = new double[SIDE * (HALF + 1)];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column <= HALF; column++) {
                // Real images have the same values at opposite frequencies, which are therefore left out.
                double count = column == 0 || column == HALF ? 1 : 2;
                scale[row * (HALF + 1) + column] = Math.sqrt(count / power[row * SIDE + column]) / SIDE;
            }
        }
    }

    /** The column of an image. */
    double[] column(double[] image) {
        PixelTransform plane = PixelTransform.transformOf(image);
        double[] values = new double[LENGTH];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column <= HALF; column++) {
                int i = row * (HALF + 1) + column;
                values[2 * i] = scale[i] * plane.real()[row * SIDE + column];
                values[2 * i + 1] = scale[i] * plane.imaginary()[row * SIDE + column];
            }
        }
        return values;
    }

    /**
     * Writes the column of the product of two profiles, without its smooth part, into a row of a matrix.
     *
     * @param across profile along the columns of pixels
     * @param down profile along the rows of pixels
     */
    void put(double[] across, double[] down, DMatrixRMaj matrix, int at) {
        double[][] x = PixelTransform.transformOfProfile(across);
        double[][] y = PixelTransform.transformOfProfile(down);
        double[][] smoothX = PixelTransform.transformOfProfile(SmoothDetrending.smooth(across));
        double[][] smoothY = PixelTransform.transformOfProfile(SmoothDetrending.smooth(down));
        int to = at * LENGTH;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column <= HALF; column++) {
                double factor = scale[row * (HALF + 1) + column];
                double re = x[0][column] * y[0][row]
                        - x[1][column] * y[1][row]
                        - smoothX[0][column] * smoothY[0][row]
                        + smoothX[1][column] * smoothY[1][row];
                double im = x[0][column] * y[1][row]
                        + x[1][column] * y[0][row]
                        - smoothX[0][column] * smoothY[1][row]
                        - smoothX[1][column] * smoothY[0][row];
                matrix.data[to++] = factor * re;
                matrix.data[to++] = factor * im;
            }
        }
    }

    /**
     * The significance map of a residual: its inner product with the image of a source at each pixel, divided by the
     * root of the source's with itself.
     *
     * @param residual column of the residual image
     * @param source column of a source at the pixel (64, 64)
     */
    double[] significance(double[] residual, double[] source) {
        PixelTransform product = new PixelTransform(new double[SIDE * SIDE], new double[SIDE * SIDE]);
        double norm = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column <= HALF; column++) {
                int i = row * (HALF + 1) + column;
                double re = residual[2 * i] * source[2 * i] + residual[2 * i + 1] * source[2 * i + 1];
                double im = residual[2 * i + 1] * source[2 * i] - residual[2 * i] * source[2 * i + 1];
                norm += source[2 * i] * source[2 * i] + source[2 * i + 1] * source[2 * i + 1];
                double count = column == 0 || column == HALF ? 1 : 2;
                // The origin is the centre of the image: half a period is an alternating sign.
                double sign = (row + column) % 2 == 0 ? 1 : -1;
                put(product, row, column, sign * re / count, sign * im / count);
                if (count == 2) {
                    put(product, (SIDE - row) % SIDE, SIDE - column, sign * re / count, -sign * im / count);
                }
            }
        }
        double[] map = product.inverse();
        double factor = SIDE * SIDE / Math.sqrt(norm);
        for (int i = 0; i < map.length; i++) {
            map[i] *= factor;
        }
        return map;
    }

    private static void put(PixelTransform plane, int row, int column, double re, double im) {
        plane.real()[row * SIDE + column] = re;
        plane.imaginary()[row * SIDE + column] = im;
    }
}
