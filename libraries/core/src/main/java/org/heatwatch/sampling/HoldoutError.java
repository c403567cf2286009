package org.heatwatch.sampling;

/** Error of the prediction of holdout pixels from the samples of a fit. */
final class HoldoutError {
    private final PixelIndices pixels;
    private final ForwardModel model;

    HoldoutError(PixelIndices pixels, SampleLayout layout, boolean akima) {
        this.pixels = pixels;
        this.model = new ForwardModel(pixels, layout, akima);
    }

    /** Root mean square error; infinite if the grid needs samples that the fit does not have. */
    double rootMeanSquare(ThermalImage image, SamplingGrid grid, double[] samples, double mean) {
        if (!model.place(grid)) {
            return Double.POSITIVE_INFINITY;
        }
        model.evaluate(samples);
        double sum = 0;
        for (int n = 0; n < pixels.count(); n++) {
            double residual = image.value(pixels.pixel(n)) - mean - model.value(n);
            sum += residual * residual;
        }
        return Math.sqrt(sum / pixels.count());
    }
}
