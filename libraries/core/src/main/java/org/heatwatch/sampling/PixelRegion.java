package org.heatwatch.sampling;

import java.util.Arrays;

/** A set of pixels of an image: those that a fit describes, or those that it uses. Immutable. */
final class PixelRegion {
    /** Half the side, in pixels, of the square over which residuals are averaged: as wide as two samples. */
    private static final int REACH = 3;

    /** Residual in counts that is not due to the grid. */
    private static final double SMALL_COUNTS = 3;

    private static final double LARGEST_RATIO = 3;

    private final int rows;
    private final int columns;
    private final boolean[] inside;

    private PixelRegion(int rows, int columns, boolean[] inside) {
        this.rows = rows;
        this.columns = columns;
        this.inside = inside;
    }

    /** A rectangle of pixels. */
    static PixelRegion rectangle(ThermalImage image, int row, int column, int height, int width) {
        boolean[] inside = new boolean[image.size()];
        for (int r = row; r < row + height; r++) {
            for (int c = column; c < column + width; c++) {
                inside[r * image.columns() + c] = true;
            }
        }
        return new PixelRegion(image.rows(), image.columns(), inside);
    }

    /**
     * The pixels that a fit describes: the root mean square residual around them is below a limit, is at most three
     * times the usual one of the fit, and is explained by a displacement of less than a share of a sample. Where the
     * ground has little contrast, a wrong grid has small residuals too.
     *
     * @param limit in counts
     * @param displacement in samples
     */
    static PixelRegion described(ThermalImage image, GridFit fit, double limit, double displacement) {
        PixelResiduals residuals = fit.residuals();
        PixelResiduals slopes = fit.slopes();
        PixelRegion region = rectangle(image, 0, 0, 0, 0);
        double[] around = new double[image.size()];
        for (int p = 0; p < around.length; p++) {
            around[p] = Double.isNaN(residuals.at(p)) ? Double.NaN : region.around(p, residuals);
        }
        double usual = median(around);
        double largest = Math.min(limit, Math.max(SMALL_COUNTS, LARGEST_RATIO * usual));
        for (int p = 0; p < around.length; p++) {
            double displaced = Math.max(SMALL_COUNTS, displacement * region.around(p, slopes));
            region.inside[p] = around[p] < Math.min(largest, displaced);
        }
        return region;
    }

    private static double median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Root mean square of the values around a pixel. */
    private double around(int pixel, PixelResiduals values) {
        double sum = 0;
        int count = 0;
        int row = pixel / columns;
        int column = pixel % columns;
        for (int r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++) {
            for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
                double value = values.at(r * columns + c);
                if (!Double.isNaN(value)) {
                    sum += value * value;
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }

    /** The region and all pixels up to this many rows and columns from it. */
    PixelRegion grown(int pixels) {
        boolean[] wide = new boolean[inside.length];
        boolean[] grown = new boolean[inside.length];
        for (int p = 0; p < inside.length; p++) {
            int column = p % columns;
            for (int c = Math.max(0, column - pixels); inside[p] && c <= Math.min(columns - 1, column + pixels); c++) {
                wide[p - column + c] = true;
            }
        }
        for (int p = 0; p < inside.length; p++) {
            int row = p / columns;
            for (int r = Math.max(0, row - pixels); wide[p] && r <= Math.min(rows - 1, row + pixels); r++) {
                grown[r * columns + p % columns] = true;
            }
        }
        return new PixelRegion(rows, columns, grown);
    }

    /**
     * The pixels that are far from those that a fit used and does not describe: next to such pixels the bend leads from
     * the right grid to a wrong one.
     *
     * @param used image with only the pixels of the fit valid
     */
    PixelRegion core(ThermalImage used, int margin) {
        boolean[] failed = new boolean[inside.length];
        for (int p = 0; p < failed.length; p++) {
            failed[p] = used.isValid(p) && !inside[p];
        }
        boolean[] near = new PixelRegion(rows, columns, failed).grown(margin).inside;
        boolean[] core = new boolean[inside.length];
        for (int p = 0; p < core.length; p++) {
            core[p] = inside[p] && !near[p];
        }
        return new PixelRegion(rows, columns, core);
    }

    /** The image with only the pixels of the region valid. */
    ThermalImage of(ThermalImage image) {
        return image.masked(inside);
    }
}
