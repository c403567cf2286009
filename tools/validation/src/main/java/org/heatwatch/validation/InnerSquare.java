package org.heatwatch.validation;

import java.util.stream.IntStream;

/**
 * The pixels in the middle of an image that hold all buildings and what is near them.
 *
 * @param columns of the image
 * @param firstColumn of the square
 * @param firstRow of the square
 */
record InnerSquare(int columns, int firstColumn, int firstRow) {
    /** Pixels a side: 1.9 km. */
    static final int SIDE = 64;

    static InnerSquare of(DeliveredImage image) {
        return new InnerSquare(image.columns(), (image.columns() - SIDE) / 2, (image.rows() - SIDE) / 2);
    }

    /** Their indices in the image, row by row. */
    int[] pixels() {
        return IntStream.range(0, SIDE * SIDE)
                .map(i -> (firstRow + Math.floorDiv(i, SIDE)) * columns + firstColumn + i % SIDE)
                .toArray();
    }

    /** The values of clear pixels less their mean, 0 where the mask hides them. */
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
