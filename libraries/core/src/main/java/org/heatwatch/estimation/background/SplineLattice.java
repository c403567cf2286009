package org.heatwatch.estimation.background;

import org.locationtech.jts.geom.Envelope;

/**
 * A lattice of cubic B-splines over a rectangle, extended by one node beyond each edge.
 *
 * <p>At any position in the rectangle, four by four splines are non-zero.
 */
public final class SplineLattice {
    /** Number of splines along each axis that are non-zero at one position. */
    public static final int REACH = 4;

    private final double west;
    private final double south;
    private final double spacing;
    private final double perMetre;
    private final int columns;
    private final int rows;

    private SplineLattice(double west, double south, double spacing, int columns, int rows) {
        this.west = west;
        this.south = south;
        this.spacing = spacing;
        this.perMetre = 1 / spacing;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The lattice that covers an area.
     *
     * @param spacingMetres distance of its nodes
     */
    public static SplineLattice of(Envelope area, double spacingMetres) {
        return new SplineLattice(
                area.getMinX() - spacingMetres,
                area.getMinY() - spacingMetres,
                spacingMetres,
                (int) Math.ceil(area.getWidth() / spacingMetres) + 3,
                (int) Math.ceil(area.getHeight() / spacingMetres) + 3);
    }

    /** Number of nodes along a row. */
    public int columns() {
        return columns;
    }

    /** Number of rows of nodes. */
    public int rows() {
        return rows;
    }

    /** Northing in metres of a row or of a fractional row. */
    double northOf(double row) {
        return south + row * spacing;
    }

    /** First of the four columns that are non-zero at this easting. */
    public int firstColumn(double east) {
        return clamp((int) ((east - west) * perMetre) - 1, columns);
    }

    /** First of the four rows that are non-zero at this northing. */
    public int firstRow(double north) {
        return clamp((int) ((north - south) * perMetre) - 1, rows);
    }

    /**
     * Values of the four columns at this easting.
     *
     * @return the first of them
     */
    public int acrossColumns(double east, double[] values) {
        return across((east - west) * perMetre, columns, values);
    }

    /**
     * Values of the four rows at this northing.
     *
     * @return the first of them
     */
    public int acrossRows(double north, double[] values) {
        return across((north - south) * perMetre, rows, values);
    }

    private static int across(double position, int count, double[] values) {
        int first = clamp((int) position - 1, count);
        values(position - first - 1, values);
        return first;
    }

    /** Derivatives per metre of the four columns at this easting. */
    public void columnSlopes(double east, double[] slopes) {
        slopes((east - west) / spacing - firstColumn(east) - 1, slopes);
    }

    /** Derivatives per metre of the four rows at this northing. */
    public void rowSlopes(double north, double[] slopes) {
        slopes((north - south) / spacing - firstRow(north) - 1, slopes);
    }

    private static int clamp(int first, int count) {
        return Math.max(0, Math.min(count - REACH, first));
    }

    private static void values(double t, double[] w) {
        double s = 1 - t;
        w[0] = s * s * s / 6;
        w[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        w[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        w[3] = t * t * t / 6;
    }

    private void slopes(double t, double[] w) {
        double s = 1 - t;
        w[0] = -s * s / 2 / spacing;
        w[1] = (3 * t * t - 4 * t) / 2 / spacing;
        w[2] = -(3 * s * s - 4 * s) / 2 / spacing;
        w[3] = t * t / 2 / spacing;
    }
}
