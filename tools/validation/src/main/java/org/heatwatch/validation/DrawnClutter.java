package org.heatwatch.validation;

import org.ejml.data.DMatrixRMaj;

/**
 * The covariance of what a scene adds to the ground, as the simulator draws it without edges: white noise smoothed by
 * Gaussians of half of a length, the length and twice it, in equal parts, seen through a Gaussian point spread. That roofs
 * hide it is left out.
 */
final class DrawnClutter {
    private static final double[] SCALES = {0.5, 1, 2};
    private static final double FWHM_PER_DEVIATION = 2 * Math.sqrt(2 * Math.log(2));

    private final double variance;
    private final double lengthMetres;
    private final double blurred;

    private DrawnClutter(double variance, double lengthMetres, double fwhmMetres) {
        this.variance = variance;
        this.lengthMetres = lengthMetres;
        double deviation = fwhmMetres / FWHM_PER_DEVIATION;
        this.blurred = 2 * deviation * deviation;
    }

    static DrawnClutter of(ArchiveRecipe recipe) {
        if (recipe.clutterMetres() <= 0) {
            throw new IllegalArgumentException("clutter along edges has no covariance that is known");
        }
        double kelvin = recipe.clutterShare() * recipe.staticKelvin();
        return new DrawnClutter(kelvin * kelvin, recipe.clutterMetres(), recipe.fwhmMetres());
    }

    /** In square kelvin of the ground, of samples at these places. */
    DMatrixRMaj covariance(double[] east, double[] north) {
        DMatrixRMaj covariance = new DMatrixRMaj(east.length, east.length);
        for (int i = 0; i < east.length; i++) {
            for (int j = 0; j <= i; j++) {
                double x = east[i] - east[j];
                double y = north[i] - north[j];
                double value = at(x * x + y * y);
                covariance.set(i, j, value);
                covariance.set(j, i, value);
            }
        }
        return covariance;
    }

    private double at(double squareMetres) {
        double sum = 0;
        for (double scale : SCALES) {
            double ground = 2 * scale * scale * lengthMetres * lengthMetres;
            double seen = ground + blurred;
            sum += ground / seen * Math.exp(-squareMetres / (2 * seen));
        }
        return variance * sum / SCALES.length;
    }
}
