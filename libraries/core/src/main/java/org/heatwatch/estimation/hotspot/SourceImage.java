package org.heatwatch.estimation.hotspot;

import org.heatwatch.sampling.GridGeometry;

/**
 * The image of a source on the samples: a Gaussian, the blur of the point spread and the size of a typical building
 * combined.
 *
 * @param geometry of the grid
 * @param squaredDeviation variance of the Gaussian along each axis, in square metres
 * @param responseSamples number of samples on each side of a source that respond to it
 */
record SourceImage(GridGeometry geometry, double squaredDeviation, int responseSamples) {

    /** Effective kelvin of a sample at this distance, in samples, from a source of 1 K m2. */
    double response(double across, double along) {
        return Math.exp(-squaredMetres(across, along) / (2 * squaredDeviation)) / (2 * Math.PI * squaredDeviation);
    }

    /** Square of a distance that is given in samples, in square metres. */
    double squaredMetres(double across, double along) {
        double y = along * geometry.alongMetres();
        double x = across * geometry.acrossMetres() - geometry.shear() * y;
        return x * x + y * y;
    }
}
