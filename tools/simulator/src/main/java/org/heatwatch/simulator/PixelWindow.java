package org.heatwatch.simulator;

/**
 * A rectangle of pixels of a {@link SceneGrid}.
 *
 * @param column first column
 * @param row first row
 * @param columns number of columns
 * @param rows number of rows
 */
public record PixelWindow(int column, int row, int columns, int rows) {
    public PixelWindow {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a window needs at least one pixel: " + columns + " x " + rows);
        }
    }

    public int pixels() {
        return columns * rows;
    }

    /** Easting of the centre of the window in metres; grids use the centre as reference point. */
    public double centreEast(SceneGrid grid) {
        return grid.east(column + (columns - 1) / 2.0);
    }

    /** Northing of the centre of the window in metres. */
    public double centreNorth(SceneGrid grid) {
        return grid.north(row + (rows - 1) / 2.0);
    }

    void requireInside(SceneGrid grid) {
        if (column < 0 || row < 0 || column + columns > grid.columns() || row + rows > grid.rows()) {
            throw new IllegalArgumentException(this + " is not inside " + grid);
        }
    }
}
