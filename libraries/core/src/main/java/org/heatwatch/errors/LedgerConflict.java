package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * Someone else wrote to the ledger between our reading and our writing. Read again and decide again; this is not the
 * answer "already better", which is a normal outcome and no failure.
 */
public final class LedgerConflict extends HeatWatchException {

    public LedgerConflict(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public LedgerConflict(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
