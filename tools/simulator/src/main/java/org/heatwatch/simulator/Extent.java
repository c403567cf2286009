package org.heatwatch.simulator;

/**
 * A rectangle of 10 m cells on the ground, north up.
 *
 * @param west easting of the western edge in metres
 * @param north northing of the northern edge in metres
 * @param columns number of cells eastwards
 * @param rows number of cells southwards
 */
public record Extent(double west, double north, int columns, int rows) {
    public static final double CELL_METRES = 10;

    public Extent {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("an extent needs at least one cell: " + columns + " x " + rows);
        }
    }

    /** The smallest extent that covers a pixel window and a margin in metres on every side. */
    public static Extent around(SceneGrid scene, PixelWindow window, double marginMetres) {
        double half = SceneGrid.PIXEL_METRES / 2 + marginMetres;
        double west = scene.east(window.column()) - half;
        double north = scene.north(window.row()) + half;
        double width = (window.columns() - 1) * SceneGrid.PIXEL_METRES + 2 * half;
        double height = (window.rows() - 1) * SceneGrid.PIXEL_METRES + 2 * half;
        return new Extent(west, north, (int) Math.ceil(width / CELL_METRES), (int) Math.ceil(height / CELL_METRES));
    }

    public int cells() {
        return columns * rows;
    }

    /** Easting of the cell centres of a column, in metres. */
    public double east(int column) {
        return west + (column + 0.5) * CELL_METRES;
    }

    /** Northing of the cell centres of a row, in metres. */
    public double north(int row) {
        return north - (row + 0.5) * CELL_METRES;
    }

    /** Fractional column of an easting: k + 0.5 at the centre of column k. */
    double column(double east) {
        return (east - west) / CELL_METRES;
    }

    /** Fractional row of a northing: k + 0.5 at the centre of row k. */
    double row(double northing) {
        return (north - northing) / CELL_METRES;
    }

    double areaKm2() {
        return cells() * CELL_METRES * CELL_METRES * 1e-6;
    }
}
