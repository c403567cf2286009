package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A failure with a name. Each edge (S3, DynamoDB, GDAL, HTTP, files) maps what its library throws to one of these; the
 * inside throws nothing else for what comes from outside.
 *
 * <p>The message is one line: <em>subject: problem; what to do next</em>. It may be logged and recorded as the reason
 * of an outcome as it stands.
 */
public abstract sealed class HeatWatchException extends RuntimeException
        permits AccessDenied, BadNotice, BadSite, LedgerConflict, ProductMissing, ProductUnreadable, SourceUnavailable {

    private final boolean retryHelps;

    HeatWatchException(String subject, String problem, String advice, boolean retryHelps, @Nullable Throwable cause) {
        super(oneLine(subject + ": " + problem + "; " + advice), cause);
        this.retryHelps = retryHelps;
    }

    /** Whether the same call, later and unchanged, may succeed. */
    public final boolean retryHelps() {
        return retryHelps;
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
