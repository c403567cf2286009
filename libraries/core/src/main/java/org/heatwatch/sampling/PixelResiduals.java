package org.heatwatch.sampling;

import java.util.Arrays;

/** Residuals of all pixels of an image from the samples, in the unit of the image. */
public final class PixelResiduals {
    private final double[] byPixel;

    private PixelResiduals(double[] byPixel) {
        this.byPixel = byPixel;
    }

    static PixelResiduals of(ThermalImage image, PixelIndices pixels, double[] residual) {
        double[] byPixel = new double[image.size()];
        Arrays.fill(byPixel, Double.NaN);
        for (int n = 0; n < residual.length; n++) {
            byPixel[pixels.pixel(n)] = residual[n];
        }
        return new PixelResiduals(byPixel);
    }

    /** Pixel less model; NaN where the pixel is masked. */
    public double at(int pixel) {
        return byPixel[pixel];
    }
}
