package org.heatwatch.estimation.composite;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.heatwatch.estimation.linear.BandedCholesky;
import org.heatwatch.estimation.linear.BandedFactor;

/**
 * Approximate inverse of the matrix of a map: the lattice is divided into strips of columns, the part of the matrix in
 * each strip is inverted, and the solutions of overlapping strips are combined with weights (additive Schwarz method).
 *
 * <p>A sample determines the map near itself only, so that the strips are nearly independent. Their bands are narrow:
 * for a lattice of 200 by 200 nodes, a solution takes a tenth of the time of that with the whole matrix.
 */
final class OverlappingStrips {
    private static final int COLUMNS = 16;
    private static final int OVERLAP = 4;

    private final int columns;
    private final int rows;
    private final Strip[] strips;

    private OverlappingStrips(int columns, int rows, Strip[] strips) {
        this.columns = columns;
        this.rows = rows;
        this.strips = strips;
    }

    /** Factors the parts of a matrix, which is given by {@linkplain SplinePoint#stencilIndex stencils}. */
    static OverlappingStrips of(double[] stencils, int columns, int rows) {
        int count = Math.max(1, Math.round((float) columns / COLUMNS));
        int[] borders =
                IntStream.rangeClosed(0, count).map(i -> i * columns / count).toArray();
        return new OverlappingStrips(
                columns,
                rows,
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> Strip.of(stencils, columns, rows, borders[i], borders[i + 1]))
                        .toArray(Strip[]::new));
    }

    /**
     * The inverse of a strip.
     *
     * @param first column
     * @param weights of its columns; a column's squared weights in all strips sum to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Strip(int first, double[] weights, BandedFactor inverse) {

        static Strip of(double[] stencils, int columns, int rows, int from, int to) {
            int first = from == 0 ? 0 : from - OVERLAP;
            int end = to == columns ? columns : to + OVERLAP;
            int width = end - first;
            double[] weights = new double[width];
            Arrays.fill(weights, 1);
            for (int i = 0; i < 2 * OVERLAP; i++) {
                double rise = Math.sin((i + 0.5) / (2 * OVERLAP) * Math.PI / 2);
                if (from > 0) {
                    weights[i] = rise;
                }
                if (to < columns) {
                    weights[width - 1 - i] = rise;
                }
            }
            return new Strip(first, weights, factor(stencils, columns, rows, first, width));
        }

        private static BandedFactor factor(double[] stencils, int columns, int rows, int first, int width) {
            int reach = SplinePoint.REACH - 1;
            BandedCholesky matrix = new BandedCholesky(width * rows, Math.min(width * rows - 1, reach * (width + 1)));
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < width; i++) {
                    int node = row * columns + first + i;
                    for (int down = 0; down <= Math.min(reach, rows - 1 - row); down++) {
                        for (int j = down == 0 ? i : Math.max(0, i - reach); j <= Math.min(width - 1, i + reach); j++) {
                            int other = node + down * columns + j - i;
                            matrix.entries()[matrix.index(row * width + i, (row + down) * width + j)] =
                                    stencils[SplinePoint.stencilIndex(node, other, columns)];
                        }
                    }
                }
            }
            if (!matrix.factor(0, 0)) {
                throw new IllegalStateException("the spatial matrix of the composite is not positive definite");
            }
            return matrix.factored();
        }

        double[][] solve(double[][] maps, int columns, int rows) {
            int width = weights.length;
            double[][] parts = new double[maps.length][width * rows];
            for (int m = 0; m < maps.length; m++) {
                for (int row = 0; row < rows; row++) {
                    for (int i = 0; i < width; i++) {
                        parts[m][row * width + i] = weights[i] * maps[m][row * columns + first + i];
                    }
                }
            }
            inverse.solve(parts);
            return parts;
        }

        void addTo(double[] map, double[] part, int columns) {
            int width = weights.length;
            for (int i = 0; i < part.length; i++) {
                map[i / width * columns + first + i % width] += weights[i % width] * part[i];
            }
        }
    }

    /** Approximate solutions for right-hand sides; the inverses are read once for all of them. */
    double[][] solve(double[][] rightSides) {
        double[][][] parts = Arrays.stream(strips)
                .parallel()
                .map(strip -> strip.solve(rightSides, columns, rows))
                .toArray(double[][][]::new);
        double[][] solutions = new double[rightSides.length][columns * rows];
        for (int s = 0; s < strips.length; s++) {
            for (int m = 0; m < solutions.length; m++) {
                strips[s].addTo(solutions[m], parts[s][m], columns);
            }
        }
        return solutions;
    }
}
