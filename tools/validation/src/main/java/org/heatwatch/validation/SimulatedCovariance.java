package org.heatwatch.validation;

import org.ejml.data.DMatrixRMaj;

/**
 * Covariance of the background scatter as the simulator draws it without edges: white noise smoothed by Gaussians of
 * half, one and two correlation lengths, in equal parts, seen through a Gaussian point spread. It neglects that
 * buildings hide the ground.
 */
final class SimulatedCovariance {
    private static final double[] SCALES = {0.5, 1, 2};
    private static final double FWHM_PER_DEVIATION = 2 * Math.sqrt(2 * Math.log(2));

    private final double variance;
    private final double lengthMetres;
    private final double blurSquareMetres;

    private SimulatedCovariance(double variance, double lengthMetres, double blurSquareMetres) {
        this.variance = variance;
        this.lengthMetres = lengthMetres;
        this.blurSquareMetres = blurSquareMetres;
    }

    static SimulatedCovariance of(ArchiveRecipe recipe) {
        if (recipe.scatterMetres() <= 0) {
            throw new IllegalArgumentException("the covariance of background scatter along edges is unknown");
        }
        double kelvin = recipe.scatterShare() * recipe.staticKelvin();
        double deviation = recipe.fwhmMetres() / FWHM_PER_DEVIATION;
        return new SimulatedCovariance(kelvin * kelvin, recipe.scatterMetres(), 2 * deviation * deviation);
    }

    /** Covariance in square kelvin of the ground of samples at these positions in metres. */
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
            double seen = ground + blurSquareMetres;
            sum += ground / seen * Math.exp(-squareMetres / (2 * seen));
        }
        return variance * sum / SCALES.length;
    }
}
