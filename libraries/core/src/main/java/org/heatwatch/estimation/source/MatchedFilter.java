package org.heatwatch.estimation.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Matched filter of a composite for a source of unit amount, under stationary noise.
 *
 * <p>With the template {@code t}, the noise power {@code P} and the composite {@code d}, the filtered composite is
 * {@code c(x) = <t at x, d>} and the overlap of two templates {@code K(r) = <t at 0, t at r>}, both with the scalar
 * product weighted by 1/P. A source alone has the amount {@code c/K(0)} with the standard error {@code 1/sqrt(K(0))}.
 * All fits of several sources need only c and K.
 */
final class MatchedFilter {
    /** Standard deviation of the image of a building of usual size: point spread, extent, and the splines. */
    static final double SIGMA_METRES = 55;

    private final FourierPlane plane;
    private final NoiseSpectrum noise;
    private final double sigma;
    private final RadialProfile overlap;

    private MatchedFilter(FourierPlane plane, NoiseSpectrum noise, double sigma, RadialProfile overlap) {
        this.plane = plane;
        this.noise = noise;
        this.sigma = sigma;
        this.overlap = overlap;
    }

    /** @param sigma standard deviation of the image of a source, in metres */
    static MatchedFilter of(FourierPlane plane, NoiseSpectrum noise, double sigma) {
        FourierPlane.Spectrum squared = plane.isotropic(frequency -> {
            double template = template(frequency, sigma);
            return template * template / noise.at(frequency);
        });
        return new MatchedFilter(plane, noise, sigma, new RadialProfile(plane.inverse(squared)[0]));
    }

    /** Transform of the detrended image of 1 K m2, in K times the area of a cell. */
    private static double template(double frequency, double sigma) {
        double phase = 2 * Math.PI * sigma * frequency;
        double cell = CompositeRaster.SPACING_METRES * CompositeRaster.SPACING_METRES;
        return Math.exp(-phase * phase / 2) / cell * Detrending.transfer(frequency);
    }

    /** Filters a detrended raster. */
    CompositeRaster filter(CompositeRaster detrended) {
        FourierPlane.Spectrum spectrum = plane.transform(detrended);
        return plane.crop(plane.inverse(plane.times(spectrum, f -> template(f, sigma) / noise.at(f))), detrended);
    }

    /** Overlap of two templates as a function of their distance. */
    RadialProfile overlap() {
        return overlap;
    }

    /** Standard error of the amount of a single source, K m2. */
    double amountError() {
        return 1 / Math.sqrt(overlap.at(0));
    }
}
