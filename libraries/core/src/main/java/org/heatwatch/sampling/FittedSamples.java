package org.heatwatch.sampling;

/**
 * Samples fitted to an image whose grid is known.
 *
 * @param samples on the grid, refined within its prior
 * @param residuals residuals of the pixels
 */
public record FittedSamples(NativeSamples samples, PixelResiduals residuals) {

    /**
     * Fits samples and grid to an image.
     *
     * @param image pixels in counts of the product, with at least one valid pixel
     * @param start grid near the true one: within a fifth of a sample
     * @param prior of the geometry of the grid
     */
    public static FittedSamples of(ThermalImage image, SamplingGrid start, GridPrior prior) {
        GridFit fit = GridRecovery.fitWhole(image, start.about(image.centreEast(), image.centreNorth()), prior);
        return new FittedSamples(NativeSamples.of(image, fit), fit.residuals());
    }
}
