package org.heatwatch.estimation.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/** A raster between its cells: value and slopes by cubic convolution (Keys 1981). */
final class SmoothRaster {
    private final CompositeRaster raster;

    SmoothRaster(CompositeRaster raster) {
        this.raster = raster;
    }

    /** Value at a position in metres. */
    double at(double east, double north) {
        return interpolate(east, north, false, false);
    }

    /** Slope to the east, per metre. */
    double slopeEast(double east, double north) {
        return interpolate(east, north, true, false) / CompositeRaster.SPACING_METRES;
    }

    /** Slope to the north, per metre. */
    double slopeNorth(double east, double north) {
        return interpolate(east, north, false, true) / CompositeRaster.SPACING_METRES;
    }

    private double interpolate(double east, double north, boolean alongEast, boolean alongNorth) {
        double x = (east - raster.west()) / CompositeRaster.SPACING_METRES;
        double y = (north - raster.south()) / CompositeRaster.SPACING_METRES;
        int column = (int) Math.clamp(Math.floor(x), 0, raster.columns() - 2);
        int row = (int) Math.clamp(Math.floor(y), 0, raster.rows() - 2);
        double fx = Math.clamp(x - column, 0, 1);
        double fy = Math.clamp(y - row, 0, 1);
        double sum = 0;
        for (int j = -1; j <= 2; j++) {
            int r = Math.clamp(row + j, 0, raster.rows() - 1);
            double line = 0;
            for (int i = -1; i <= 2; i++) {
                int c = Math.clamp(column + i, 0, raster.columns() - 1);
                line += weight(i, fx, alongEast) * raster.values()[r * raster.columns() + c];
            }
            sum += weight(j, fy, alongNorth) * line;
        }
        return sum;
    }

    private static double weight(int node, double f, boolean isSlope) {
        return switch (node) {
            case -1 -> isSlope ? (-3 * f * f + 4 * f - 1) / 2 : ((2 - f) * f - 1) * f / 2;
            case 0 -> isSlope ? (9 * f * f - 10 * f) / 2 : ((3 * f - 5) * f * f + 2) / 2;
            case 1 -> isSlope ? (-9 * f * f + 8 * f + 1) / 2 : ((4 - 3 * f) * f + 1) * f / 2;
            default -> isSlope ? (3 * f * f - 2 * f) / 2 : (f - 1) * f * f / 2;
        };
    }
}
