package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A service refused access: a permission is missing, credentials have expired, or requester-pays was not accepted. A
 * retry does not help; an operator must correct it.
 */
public final class AccessDenied extends HeatWatchException {

    public AccessDenied(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public AccessDenied(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ false, cause);
    }
}
