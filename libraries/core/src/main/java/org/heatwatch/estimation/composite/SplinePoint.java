package org.heatwatch.estimation.composite;

import java.util.Arrays;
import org.heatwatch.estimation.background.SplineLattice;

/** The splines that are non-zero at one position; reused from sample to sample. */
final class SplinePoint {
    static final int REACH = SplineLattice.REACH;

    /** Stored entries of a row of a matrix in one row of the lattice: up to three columns to each side. */
    static final int STENCIL_COLUMNS = 2 * REACH - 1;

    /** Stored entries of a row of a matrix. */
    static final int STENCIL = REACH * STENCIL_COLUMNS;

    private final SplineLattice lattice;
    private final double[] x = new double[REACH];
    private final double[] y = new double[REACH];
    private final double[] slopeX = new double[REACH];
    private final double[] slopeY = new double[REACH];
    private double east;
    private double north;
    private int first;

    SplinePoint(SplineLattice lattice) {
        this.lattice = lattice;
    }

    SplinePoint at(double easting, double northing) {
        east = easting;
        north = northing;
        int column = lattice.acrossColumns(east, x);
        int row = lattice.acrossRows(north, y);
        first = row * lattice.columns() + column;
        return this;
    }

    /** Value of a map at the position. */
    double value(double[] map) {
        double sum = 0;
        for (int j = 0; j < REACH; j++) {
            sum += y[j] * across(map, j, x);
        }
        return sum;
    }

    /**
     * Value of a map at the position, and its derivatives.
     *
     * @param results value, derivative to the east and derivative to the north, per metre, from index 0; overwritten
     */
    void valueAndSlopes(double[] map, double[] results) {
        lattice.columnSlopes(east, slopeX);
        lattice.rowSlopes(north, slopeY);
        Arrays.fill(results, 0);
        for (int j = 0; j < REACH; j++) {
            double value = across(map, j, x);
            results[0] += y[j] * value;
            results[1] += y[j] * across(map, j, slopeX);
            results[2] += slopeY[j] * value;
        }
    }

    private double across(double[] map, int row, double[] splines) {
        int at = first + row * lattice.columns();
        return splines[0] * map[at] + splines[1] * map[at + 1] + splines[2] * map[at + 2] + splines[3] * map[at + 3];
    }

    /** Adds a multiple of the splines to a map. */
    void add(double amount, double[] map) {
        for (int j = 0; j < REACH; j++) {
            int at = first + j * lattice.columns();
            double weight = amount * y[j];
            map[at] += weight * x[0];
            map[at + 1] += weight * x[1];
            map[at + 2] += weight * x[2];
            map[at + 3] += weight * x[3];
        }
    }

    /**
     * Adds the weighted products of all pairs of splines to the upper triangle of a matrix.
     *
     * @param stencils entries at {@link #stencilIndex}
     */
    void addProducts(double weight, double[] stencils) {
        for (int j = 0; j < REACH; j++) {
            for (int i = 0; i < REACH; i++) {
                int stencil = (first + j * lattice.columns() + i) * STENCIL + REACH - 1 - i;
                double factor = weight * x[i] * y[j];
                for (int n = i; n < REACH; n++) {
                    stencils[stencil + n] += factor * y[j] * x[n];
                }
                for (int m = j + 1; m < REACH; m++) {
                    int at = stencil + (m - j) * STENCIL_COLUMNS;
                    double product = factor * y[m];
                    stencils[at] += product * x[0];
                    stencils[at + 1] += product * x[1];
                    stencils[at + 2] += product * x[2];
                    stencils[at + 3] += product * x[3];
                }
            }
        }
    }

    /** Position of an entry of the upper triangle in the stencils of a matrix. */
    static int stencilIndex(int row, int column, int columns) {
        int down = column / columns - row / columns;
        int across = column % columns - row % columns;
        return row * STENCIL + down * STENCIL_COLUMNS + across + REACH - 1;
    }

    /** Upper triangle of a symmetric matrix. */
    interface MatrixEntries {
        void add(int row, int column, double value);
    }
}
