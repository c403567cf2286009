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
        double[] once = new double[raster.values().length];
        double[] smooth = new double[once.length];
        filter(raster.values(), once, raster.rows(), raster.columns(), raster.columns(), 1, kernel);
        filter(once, smooth, raster.columns(), raster.rows(), 1, raster.columns(), kernel);
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

    /** Falls from 1 to 0 within {@link #EDGE_METRES} of the edge: a step there would look like a source. */
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

    /** Weighted mean along one axis: {@code lines} lines of {@code length} cells. */
    private static void filter(
            double[] from, double[] to, int lines, int length, int lineStep, int cellStep, double[] kernel) {
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                double sum = 0;
                double weight = 0;
                int first = Math.max(0, i - kernel.length + 1);
                int last = Math.min(length - 1, i + kernel.length - 1);
                for (int j = first; j <= last; j++) {
                    double w = kernel[Math.abs(i - j)];
                    sum += w * from[start + j * cellStep];
                    weight += w;
                }
                to[start + i * cellStep] = sum / weight;
            }
        }
    }
}
