package org.heatwatch.validation;

import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.simulator.SceneGrid;

/** The 30 m pixels of a product round the site, north up, row by row from the north-west. */
public final class DeliveredImage {
    private final int columns;
    private final float[] radiance;
    private final boolean[] valid;
    private final double west;
    private final double north;

    DeliveredImage(int columns, float[] radiance, boolean[] valid, double west, double north) {
        this.columns = columns;
        this.radiance = radiance;
        this.valid = valid;
        this.west = west;
        this.north = north;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return radiance.length / columns;
    }

    public int size() {
        return radiance.length;
    }

    /** At the top of the atmosphere, in W/(m2 sr um), rounded as the product's counts are. */
    public double radiance(int pixel) {
        return radiance[pixel];
    }

    /** Whether the mask calls the pixel clear. */
    public boolean isValid(int pixel) {
        return valid[pixel];
    }

    /** Easting of the centre of a pixel in metres. */
    public double east(int pixel) {
        return west + (pixel % columns + 0.5) * SceneGrid.PIXEL_METRES;
    }

    /** Northing of the centre of a pixel in metres. */
    public double north(int pixel) {
        return north - (Math.floorDiv(pixel, columns) + 0.5) * SceneGrid.PIXEL_METRES;
    }

    /** Share of the pixels that are clear, 0 to 1. */
    public double clearFraction() {
        int clear = 0;
        for (boolean v : valid) {
            clear += v ? 1 : 0;
        }
        return (double) clear / valid.length;
    }

    /** In counts of {@code (radiance - offset) / multiplier}, as an estimator reads it. */
    ThermalImage inCounts(double multiplier, double offset) {
        double[] counts = new double[radiance.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.rint((radiance[i] - offset) / multiplier);
        }
        return new ThermalImage(rows(), columns, counts, valid, west, north, SceneGrid.PIXEL_METRES);
    }
}
