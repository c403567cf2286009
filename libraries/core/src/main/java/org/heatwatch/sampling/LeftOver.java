package org.heatwatch.sampling;

import java.util.Arrays;

/** What the samples do not explain of each pixel of an image, in the image's unit. */
public final class LeftOver {
    private final double[] byPixel;

    private LeftOver(double[] byPixel) {
        this.byPixel = byPixel;
    }

    static LeftOver of(ThermalImage image, PixelIndices pixels, double[] residual) {
        double[] byPixel = new double[image.size()];
        Arrays.fill(byPixel, Double.NaN);
        for (int n = 0; n < residual.length; n++) {
            byPixel[pixels.pixel(n)] = residual[n];
        }
        return new LeftOver(byPixel);
    }

    /** Pixel less model; NaN where the pixel was masked. */
    public double at(int pixel) {
        return byPixel[pixel];
    }
}
