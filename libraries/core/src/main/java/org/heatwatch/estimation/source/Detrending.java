package org.heatwatch.estimation.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Removes what varies over more than 300 m, which is ground and not a building: the raster less its own mean in a
 * Gaussian window. Near the edge the window ends at the edge.
 */
final class Detrending {
    /** Standard deviation of the window, in metres. */
    static final double SIGMA_METRES = 300;

    private static final double REACH = 3;

    private Detrending() {}

    static CompositeRaster of(CompositeRaster raster) {
        double[] kernel = kernel();
        double[] once = new double[raster.values().length];
        double[] smooth = new double[once.length];
        filter(raster.values(), once, raster.rows(), raster.columns(), raster.columns(), 1, kernel);
        filter(once, smooth, raster.columns(), raster.rows(), 1, raster.columns(), kernel);
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = raster.values()[i] - smooth[i];
        }
        return raster.with(smooth);
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
