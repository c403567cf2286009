package org.heatwatch.validation;

import java.util.stream.IntStream;

/**
 * The square of pixels at the centre of an image that contains all buildings and their surroundings.
 *
 * @param columns number of columns of the image
 * @param firstColumn first column of the square
 * @param firstRow first row of the square
 */
record InnerSquare(int columns, int firstColumn, int firstRow) {
    /** Side of the square in pixels (1.9 km). */
    static final int SIDE = 64;

    static InnerSquare of(DeliveredImage image) {
        return new InnerSquare(image.columns(), (image.columns() - SIDE) / 2, (image.rows() - SIDE) / 2);
    }

    /** Indices of the pixels in the image, row by row. */
    int[] pixels() {
        return IntStream.range(0, SIDE * SIDE)
                .map(i -> (firstRow + Math.floorDiv(i, SIDE)) * columns + firstColumn + i % SIDE)
                .toArray();
    }

    /** Values of the pixels minus the mean of the clear ones; 0 for masked pixels. */
    double[] centred(double[] values, DeliveredImage image) {
        int[] pixels = pixels();
        double sum = 0;
        int clear = 0;
        for (int pixel : pixels) {
            if (image.isValid(pixel)) {
                sum += values[pixel];
                clear++;
            }
        }
        double mean = sum / Math.max(1, clear);
        return IntStream.of(pixels)
                .mapToDouble(pixel -> image.isValid(pixel) ? values[pixel] - mean : 0)
                .toArray();
    }
}
