package org.heatwatch.estimation.source;

import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Noise of a filtered composite: stationary, times a factor where clouds hid the ground in some scenes.
 *
 * <p>A factor from each place's own scatter was tried: it loses more sources than false ones, at the same threshold and
 * at the same rate of false sources (docs/decisions).
 */
final class CompositeNoise {
    private final MatchedFilter filter;
    private final List<CompositeRaster> deviates;
    private final CompositeRaster factor;

    private CompositeNoise(MatchedFilter filter, List<CompositeRaster> deviates, CompositeRaster factor) {
        this.filter = filter;
        this.deviates = deviates;
        this.factor = factor;
    }

    static CompositeNoise of(Composite composite, double sigma) {
        IdleNoise noise = IdleNoise.of(composite);
        MatchedFilter filter = MatchedFilter.of(noise.plane(), noise.spectrum(), sigma);
        List<CompositeRaster> deviates = filter.filter(noise.contributions()).stream()
                .map(filtered -> times(filtered, filter.amountError()))
                .toList();
        return new CompositeNoise(filter, deviates, composite.relativeError());
    }

    private static CompositeRaster times(CompositeRaster raster, double factor) {
        double[] values = raster.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return raster.with(values);
    }

    /** The same noise with a larger amplitude, for a composite of fewer scenes that show other places. */
    CompositeNoise times(double amplitude, CompositeRaster relativeError) {
        return new CompositeNoise(filter, deviates, times(relativeError, amplitude));
    }

    /** Noise of the same form with another factor at each cell. */
    CompositeNoise withFactor(CompositeRaster other) {
        return new CompositeNoise(filter, deviates, other);
    }

    MatchedFilter filter() {
        return filter;
    }

    /** Factor on the stationary standard error at each cell; infinite where nothing can be said. */
    CompositeRaster factor() {
        return factor;
    }

    /** Deviations of the reference scenes at each cell, in stationary standard errors, with a total variance of 1. */
    List<CompositeRaster> deviates() {
        return deviates;
    }
}
