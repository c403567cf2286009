package org.heatwatch.estimation.composite;

import org.heatwatch.estimation.background.SplineLattice;

/** The splines that are non-zero at one position; reused from sample to sample. */
final class SplinePoint {
    private static final int REACH = SplineLattice.REACH;

    private final SplineLattice lattice;
    private final double[] x = new double[REACH];
    private final double[] y = new double[REACH];
    private int first;

    SplinePoint(SplineLattice lattice) {
        this.lattice = lattice;
    }

    SplinePoint at(double east, double north) {
        lattice.acrossColumns(east, x);
        lattice.acrossRows(north, y);
        first = lattice.firstRow(north) * lattice.columns() + lattice.firstColumn(east);
        return this;
    }

    /** Value of a map at the position. */
    double value(double[] map) {
        double sum = 0;
        for (int j = 0; j < REACH; j++) {
            int at = first + j * lattice.columns();
            sum += y[j] * (x[0] * map[at] + x[1] * map[at + 1] + x[2] * map[at + 2] + x[3] * map[at + 3]);
        }
        return sum;
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

    /** Adds the weighted products of all pairs of splines to the upper triangle of a matrix. */
    void addProducts(double weight, MatrixEntries matrix) {
        for (int j = 0; j < REACH; j++) {
            for (int i = 0; i < REACH; i++) {
                int row = first + j * lattice.columns() + i;
                double factor = weight * x[i] * y[j];
                for (int m = j; m < REACH; m++) {
                    for (int n = m == j ? i : 0; n < REACH; n++) {
                        matrix.add(row, first + m * lattice.columns() + n, factor * x[n] * y[m]);
                    }
                }
            }
        }
    }

    /** Upper triangle of a symmetric matrix. */
    interface MatrixEntries {
        void add(int row, int column, double value);
    }
}
