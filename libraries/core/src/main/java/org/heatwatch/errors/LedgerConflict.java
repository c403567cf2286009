package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * Another process changed the store between a read and a write. Read and decide again. That a better product is already
 * recorded is not a conflict but a normal outcome.
 */
public final class LedgerConflict extends HeatWatchException {

    public LedgerConflict(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public LedgerConflict(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
