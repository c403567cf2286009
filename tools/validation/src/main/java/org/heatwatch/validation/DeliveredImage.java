package org.heatwatch.validation;

import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.simulator.SceneGrid;

/** The 30 m pixels of a product around the site, north up, row by row from the north-west. */
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

    /** Radiance at the top of the atmosphere in W/(m2 sr um), rounded to the counts of the product. */
    public double radiance(int pixel) {
        return radiance[pixel];
    }

    /** Whether the pixel is clear according to the mask. */
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

    /** Fraction of the pixels that are clear, 0 to 1. */
    public double clearFraction() {
        int clear = 0;
        for (boolean v : valid) {
            clear += v ? 1 : 0;
        }
        return (double) clear / valid.length;
    }

    /** The image in counts, {@code (radiance - offset) / multiplier}, as input of the estimator. */
    ThermalImage inCounts(double multiplier, double offset) {
        double[] counts = new double[radiance.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.rint((radiance[i] - offset) / multiplier);
        }
        return new ThermalImage(rows(), columns, counts, valid, west, north, SceneGrid.PIXEL_METRES);
    }
}
