package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A service did not answer, or throttled the request. Whether the request had an effect is unknown.
 */
public final class SourceUnavailable extends HeatWatchException {

    public SourceUnavailable(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public SourceUnavailable(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
