package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * Base of all failures caused by input or by other systems. The adapters of S3, DynamoDB, GDAL, HTTP and files map the
 * exceptions of their libraries to its subclasses.
 *
 * <p>The message is one line, <em>subject: problem; advice</em>, without control characters, and may be logged and
 * recorded without change.
 */
public abstract sealed class HeatWatchException extends RuntimeException
        permits AccessDenied,
                BadNotification,
                BadOutlines,
                BadSite,
                LedgerConflict,
                ProductMissing,
                ProductUnreadable,
                SiteUnreadable,
                SourceUnavailable {

    private final boolean retryHelps;
    private final String withoutAdvice;

    HeatWatchException(String subject, String problem, String advice, boolean retryHelps, @Nullable Throwable cause) {
        super(oneLine(subject + ": " + problem + "; " + advice), cause);
        this.retryHelps = retryHelps;
        withoutAdvice = oneLine(subject + ": " + problem);
    }

    /** Whether the same call may succeed when it is repeated later. */
    public final boolean retryHelps() {
        return retryHelps;
    }

    /** The part <em>subject: problem</em> of the message, to be quoted in a message with other advice. */
    public final String withoutAdvice() {
        return withoutAdvice;
    }

    private static String oneLine(String message) {
        return PrintableText.of(message);
    }
}
