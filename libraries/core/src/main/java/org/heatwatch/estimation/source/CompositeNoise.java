package org.heatwatch.estimation.source;

import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Noise of a filtered composite: a stationary part, and a factor for each place where clouds hid the ground or where
 * idle buildings vary more than elsewhere.
 */
final class CompositeNoise {
    /**
     * Number of scenes that the stationary noise counts for where a place's own variance is estimated. The factor is
     * never below 1: a place whose variance is small by chance would be tested too leniently, and the highest places of
     * a map are chosen for it.
     */
    private static final double STATIONARY_SCENES = Double.parseDouble(System.getProperty("hw.nu", "30"));

    private final MatchedFilter filter;
    private final List<CompositeRaster> deviates;
    private final CompositeRaster factor;

    private CompositeNoise(MatchedFilter filter, List<CompositeRaster> deviates, CompositeRaster factor) {
        this.filter = filter;
        this.deviates = deviates;
        this.factor = factor;
    }

    static CompositeNoise of(Composite composite, double sigma) {
        List<CompositeRaster> contributions = composite.idleContributions().parallelStream()
                .map(Detrending::of)
                .toList();
        FourierPlane plane = FourierPlane.of(contributions.getFirst());
        MatchedFilter filter = MatchedFilter.of(plane, NoiseSpectrum.of(contributions, plane), sigma);
        List<CompositeRaster> deviates = contributions.parallelStream()
                .map(filter::filter)
                .map(filtered -> times(filtered, filter.amountError()))
                .toList();
        return new CompositeNoise(filter, deviates, factor(deviates, composite.relativeError()));
    }

    private static CompositeRaster times(CompositeRaster raster, double factor) {
        double[] values = raster.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return raster.with(values);
    }

    private static CompositeRaster factor(List<CompositeRaster> deviates, CompositeRaster relativeError) {
        double[] factor = new double[relativeError.values().length];
        for (int i = 0; i < factor.length; i++) {
            double variance = 0;
            for (CompositeRaster deviate : deviates) {
                variance += deviate.values()[i] * deviate.values()[i];
            }
            int scenes = deviates.size();
            double moderated = (STATIONARY_SCENES + scenes * variance) / (STATIONARY_SCENES + scenes);
            factor[i] = Math.sqrt(Math.max(1, moderated)) * relativeError.values()[i];
        }
        return relativeError.with(factor);
    }

    MatchedFilter filter() {
        return filter;
    }

    /** Factor on the stationary standard error at each cell; infinite where nothing can be said. */
    CompositeRaster factor() {
        return factor;
    }

    /** Deviations of the reference scenes at each cell, in stationary standard errors; their squares sum to about 1. */
    List<CompositeRaster> deviates() {
        return deviates;
    }
}
