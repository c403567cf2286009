package org.heatwatch.history;

import java.util.function.DoubleFunction;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.jspecify.annotations.Nullable;

/** Hot spots of a scene as they were found last: a later scene changes neither its residual nor the drift before it. */
final class KnownHotSpots {
    private double extraVariance;
    private @Nullable HotSpots last;

    /** Returns the last result if the variance is the same, and otherwise searches. */
    synchronized HotSpots of(double variance, DoubleFunction<HotSpots> search) {
        @Nullable HotSpots known = last;
        if (known == null || variance != extraVariance) {
            known = search.apply(variance);
            last = known;
            extraVariance = variance;
        }
        return known;
    }
}
