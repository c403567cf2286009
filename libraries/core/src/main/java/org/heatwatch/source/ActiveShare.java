package org.heatwatch.source;

import org.heatwatch.history.FeatureHistory;

/**
 * Share of the overpasses from the first to the last in which a source was active.
 */
public final class ActiveShare {
    private ActiveShare() {}

    /** Estimates the share from the counted observations of a span. */
    public static double of(FeatureHistory history, ActivitySpan span) {
        return OnOffMixture.fit(ExcessSeries.of(history, span::contains)).share();
    }
}
