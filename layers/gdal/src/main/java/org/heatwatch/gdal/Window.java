package org.heatwatch.gdal;

/**
 * A rectangle of pixels.
 *
 * @param column leftmost column, from 0
 * @param row uppermost row, from 0
 * @param width number of columns, at least one
 * @param height number of rows, at least one
 */
public record Window(int column, int row, int width, int height) {
    public Window {
        if (column < 0 || row < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "invalid window: " + width + "x" + height + " pixels at column " + column + ", row " + row);
        }
    }

    /**
     * Returns the number of pixels.
     *
     * @throws IllegalArgumentException if an array cannot hold that many
     */
    public int pixels() {
        long pixels = (long) width * height;
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(this + " is too large for an array");
        }
        return (int) pixels;
    }

    @Override
    public String toString() {
        return width + "x" + height + " pixels at column " + column + ", row " + row;
    }
}
