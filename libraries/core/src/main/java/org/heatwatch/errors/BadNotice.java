package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A notification, or a product id in it, that says nothing we can act on: not JSON, a malformed id, a location that
 * does not belong to the id. It stays bad however often it is read.
 */
public final class BadNotice extends HeatWatchException {

    public BadNotice(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public BadNotice(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ false, cause);
    }
}
