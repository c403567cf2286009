package org.heatwatch.sampling;

/** Predicts pixels that took no part in a fit from the samples of that fit. */
final class HeldOut {
    private final PixelIndices pixels;
    private final ForwardModel model;

    HeldOut(PixelIndices pixels, SampleLayout layout, boolean akima) {
        this.pixels = pixels;
        this.model = new ForwardModel(pixels, layout, akima);
    }

    /** Root mean square error; infinite if the grid needs samples that the fit did not have. */
    double error(ThermalImage image, SamplingGrid grid, double[] samples, double mean) {
        if (!model.place(grid)) {
            return Double.POSITIVE_INFINITY;
        }
        model.evaluate(samples);
        double sum = 0;
        for (int n = 0; n < pixels.count(); n++) {
            double left = image.value(pixels.pixel(n)) - mean - model.value(n);
            sum += left * left;
        }
        return Math.sqrt(sum / pixels.count());
    }
}
