package org.heatwatch.estimation.composite;

import org.locationtech.jts.geom.Envelope;

/**
 * Values on a square grid of 25 m, row by row from the south-western cell.
 *
 * @param west easting of the centre of the first column, in metres
 * @param south northing of the centre of the first row, in metres
 * @param values not copied; must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // tens of thousands of cells, never compared
public record CompositeRaster(double west, double south, int columns, int rows, double[] values) {
    /** Spacing in metres: a sixth of the width of a building as the sensor shows it. */
    public static final double SPACING_METRES = 25;

    public CompositeRaster {
        if (values.length != columns * rows) {
            throw new IllegalArgumentException("%d values of %d x %d cells".formatted(values.length, columns, rows));
        }
    }

    /** A value at each cell of an area. */
    interface CellValue {
        double at(double east, double north);
    }

    static CompositeRaster of(Envelope area, CellValue value) {
        int columns = (int) Math.floor(area.getWidth() / SPACING_METRES) + 1;
        int rows = (int) Math.floor(area.getHeight() / SPACING_METRES) + 1;
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] =
                        value.at(area.getMinX() + column * SPACING_METRES, area.getMinY() + row * SPACING_METRES);
            }
        }
        return new CompositeRaster(area.getMinX(), area.getMinY(), columns, rows, values);
    }

    /** Other values on the same grid. */
    public CompositeRaster with(double[] others) {
        return new CompositeRaster(west, south, columns, rows, others);
    }

    /** Easting in metres of a column. */
    public double east(int column) {
        return west + column * SPACING_METRES;
    }

    /** Northing in metres of a row. */
    public double north(int row) {
        return south + row * SPACING_METRES;
    }

    /** The column nearest to an easting in metres. */
    public int column(double east) {
        return nearest(east - west, columns);
    }

    /** The row nearest to a northing in metres. */
    public int row(double north) {
        return nearest(north - south, rows);
    }

    private static int nearest(double metres, int count) {
        return (int) Math.clamp(Math.rint(metres / SPACING_METRES), 0, count - 1);
    }

    /** Index of the value nearest to a place. */
    public int cell(double east, double north) {
        return row(north) * columns + column(east);
    }
}
