package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * An invalid notification or product id: not JSON, a malformed id, or a location that does not belong to the id. A
 * retry does not help.
 */
public final class BadNotification extends HeatWatchException {

    public BadNotification(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public BadNotification(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ false, cause);
    }
}
