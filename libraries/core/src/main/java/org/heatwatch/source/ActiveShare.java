package org.heatwatch.source;

import org.heatwatch.history.FeatureHistory;

/**
 * Share of the overpasses from the first to the last in which a source was active: the share of an {@link OnOffMixture}
 * that is fitted to the observations. Unlike a count of observations above a threshold, it does not depend on their
 * precision: a weak source that is active in 70 % of the overpasses exceeds three standard errors in few of them.
 *
 * <p>Root mean square error on simulated sources with some 40 overpasses: 0.07, 0.09 and 0.12 for an active excess of
 * 6, 3 and 2 standard errors of one observation; 0.2 for 1 standard error, where the estimate tends to 0.7.
 */
public final class ActiveShare {
    private ActiveShare() {}

    /** Estimates the share from the counted observations of a span. */
    public static double of(FeatureHistory history, ActivitySpan span) {
        return OnOffMixture.fit(ExcessSeries.of(history, span::contains)).share();
    }
}
