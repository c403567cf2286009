package org.heatwatch.gdal;

/**
 * A rectangle of pixels.
 *
 * @param column the leftmost, from 0
 * @param row the uppermost, from 0
 * @param width pixels, at least one
 * @param height pixels, at least one
 */
public record Window(int column, int row, int width, int height) {
    public Window {
        if (column < 0 || row < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "no window: " + width + "x" + height + " pixels at column " + column + ", row " + row);
        }
    }

    /**
     * How many pixels.
     *
     * @throws IllegalArgumentException if they are more than an array can hold
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
