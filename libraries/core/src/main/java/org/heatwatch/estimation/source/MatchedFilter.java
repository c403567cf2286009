package org.heatwatch.estimation.source;

import java.util.List;
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
    private final FourierPlane.Factors factors;
    private final RadialProfile overlap;

    private MatchedFilter(FourierPlane plane, FourierPlane.Factors factors, RadialProfile overlap) {
        this.plane = plane;
        this.factors = factors;
        this.overlap = overlap;
    }

    /** @param sigma standard deviation of the image of a source, in metres */
    static MatchedFilter of(FourierPlane plane, NoiseSpectrum noise, double sigma) {
        FourierPlane.Factors squared = plane.factors(frequency -> {
            double template = template(frequency, sigma);
            return template * template / noise.at(frequency);
        });
        return new MatchedFilter(
                plane,
                plane.factors(frequency -> template(frequency, sigma) / noise.at(frequency)),
                new RadialProfile(plane.inverse(squared)[0]));
    }

    /** Transform of the detrended image of 1 K m2, in K times the area of a cell. */
    private static double template(double frequency, double sigma) {
        double phase = 2 * Math.PI * sigma * frequency;
        double cell = CompositeRaster.SPACING_METRES * CompositeRaster.SPACING_METRES;
        return Math.exp(-phase * phase / 2) / cell * Detrending.transfer(frequency);
    }

    /** Filters a detrended raster. */
    CompositeRaster filter(CompositeRaster detrended) {
        return filter(List.of(detrended)).getFirst();
    }

    /** Filters detrended rasters of one size, which takes half as long as one by one. */
    List<CompositeRaster> filter(List<CompositeRaster> detrended) {
        return plane.filter(detrended, factors);
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
