package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A service that did not answer, or asked us to slow down. Nothing is known about what was asked for.
 */
public final class SourceUnavailable extends HeatWatchException {

    public SourceUnavailable(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public SourceUnavailable(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
