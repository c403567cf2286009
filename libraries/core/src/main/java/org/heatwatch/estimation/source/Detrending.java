package org.heatwatch.estimation.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Removes what varies over more than 300 m, which is ground and not a building: the raster less its own mean in a
 * Gaussian window. Near the edge the window ends at the edge, and the result falls to zero.
 */
final class Detrending {
    /** Standard deviation of the window, in metres. */
    static final double SIGMA_METRES = 300;

    /** Width of the edge of the raster in which it falls to zero and nothing is searched, in metres. */
    static final double EDGE_METRES = 200;

    private static final double REACH = 3;

    private Detrending() {}

    static CompositeRaster of(CompositeRaster raster) {
        double[] kernel = kernel();
        double[] smooth = alongColumns(alongRows(raster.values(), raster.columns(), kernel), raster.columns(), kernel);
        double[] edgeColumns = edge(raster.columns());
        double[] edgeRows = edge(raster.rows());
        for (int row = 0; row < raster.rows(); row++) {
            for (int column = 0; column < raster.columns(); column++) {
                int at = row * raster.columns() + column;
                smooth[at] = (raster.values()[at] - smooth[at]) * edgeColumns[column] * edgeRows[row];
            }
        }
        return raster.with(smooth);
    }

    /** Falls from 1 to 0 within {@link #EDGE_METRES} of the edge: a step there would resemble a source. */
    private static double[] edge(int length) {
        double[] taper = new double[length];
        for (int i = 0; i < length; i++) {
            double metres = (Math.min(i, length - 1 - i) + 0.5) * CompositeRaster.SPACING_METRES;
            double share = Math.min(1, metres / EDGE_METRES);
            taper[i] = 0.5 - 0.5 * Math.cos(Math.PI * share);
        }
        return taper;
    }

    /** What the filter passes of a wave, 0 to 1. */
    static double transfer(double cyclesPerMetre) {
        double phase = 2 * Math.PI * SIGMA_METRES * cyclesPerMetre;
        return 1 - Math.exp(-phase * phase / 2);
    }

    private static double[] kernel() {
        int reach = (int) Math.ceil(REACH * SIGMA_METRES / CompositeRaster.SPACING_METRES);
        double[] kernel = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            double distance = i * CompositeRaster.SPACING_METRES / SIGMA_METRES;
            kernel[i] = Math.exp(-distance * distance / 2);
        }
        return kernel;
    }

    /** Weighted mean of the cells of each row. */
    private static double[] alongRows(double[] from, int columns, double[] kernel) {
        double[] to = new double[from.length];
        double[] weights = weights(columns, kernel);
        for (int start = 0; start < from.length; start += columns) {
            for (int shift = 1 - Math.min(kernel.length, columns); shift < Math.min(kernel.length, columns); shift++) {
                int first = Math.max(0, -shift);
                int count = columns - Math.abs(shift);
                add(kernel[Math.abs(shift)], from, start + first + shift, to, start + first, count);
            }
            for (int i = 0; i < columns; i++) {
                to[start + i] /= weights[i];
            }
        }
        return to;
    }

    /** Weighted mean of the cells of each column. */
    private static double[] alongColumns(double[] from, int columns, double[] kernel) {
        int rows = from.length / columns;
        double[] to = new double[from.length];
        double[] weights = weights(rows, kernel);
        for (int row = 0; row < rows; row++) {
            int last = Math.min(rows - 1, row + kernel.length - 1);
            for (int other = Math.max(0, row - kernel.length + 1); other <= last; other++) {
                double weight = kernel[Math.abs(row - other)] / weights[row];
                add(weight, from, other * columns, to, row * columns, columns);
            }
        }
        return to;
    }

    /** Sum of the weights of the cells of a line around each of them. */
    private static double[] weights(int length, double[] kernel) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            for (int j = Math.max(0, i - kernel.length + 1); j <= Math.min(length - 1, i + kernel.length - 1); j++) {
                weights[i] += kernel[Math.abs(i - j)];
            }
        }
        return weights;
    }

    /** The innermost loop, without a sum, which the JIT compiles to vector instructions. */
    private static void add(double weight, double[] from, int fromStart, double[] to, int toStart, int count) {
        for (int i = 0; i < count; i++) {
            to[toStart + i] += weight * from[fromStart + i];
        }
    }
}
