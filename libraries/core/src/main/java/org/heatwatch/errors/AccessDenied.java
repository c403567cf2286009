package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * The store answered, and refused us: a missing permission, expired credentials, or requester-pays not agreed to. A
 * person has to change that.
 */
public final class AccessDenied extends HeatWatchException {

    public AccessDenied(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public AccessDenied(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ false, cause);
    }
}
