package org.heatwatch.estimation.composite;

import org.heatwatch.estimation.background.SplineLattice;

/** Sum of squared second differences of a map's coefficients: the penalty that keeps maps smooth between samples. */
final class Roughness {
    private final int columns;
    private final int rows;

    Roughness(SplineLattice lattice) {
        this.columns = lattice.columns();
        this.rows = lattice.rows();
    }

    private interface Differences {
        void add(int a, int b, int c, int d, double wa, double wb, double wc, double wd);
    }

    private void each(Differences differences) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                if (column + 2 < columns) {
                    differences.add(at, at + 1, at + 2, at, 1, -2, 1, 0);
                }
                if (row + 2 < rows) {
                    differences.add(at, at + columns, at + 2 * columns, at, 1, -2, 1, 0);
                }
                if (column + 1 < columns && row + 1 < rows) {
                    double root = Math.sqrt(2);
                    differences.add(at, at + 1, at + columns, at + columns + 1, root, -root, -root, root);
                }
            }
        }
    }

    /** Adds {@code weight} times the penalty's matrix times a map to the product. */
    void multiply(double weight, double[] map, double[] product) {
        each((a, b, c, d, wa, wb, wc, wd) -> {
            double difference = weight * (wa * map[a] + wb * map[b] + wc * map[c] + wd * map[d]);
            product[a] += wa * difference;
            product[b] += wb * difference;
            product[c] += wc * difference;
            product[d] += wd * difference;
        });
    }

    /** Adds {@code weight} times the penalty to the upper triangle of a matrix. */
    void addTo(double weight, SplinePoint.MatrixEntries matrix) {
        each((a, b, c, d, wa, wb, wc, wd) -> {
            int[] at = {a, b, c, d};
            double[] w = {wa, wb, wc, wd};
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    if (w[i] != 0 && w[j] != 0 && at[i] <= at[j]) {
                        matrix.add(at[i], at[j], weight * w[i] * w[j]);
                    }
                }
            }
        });
    }
}
