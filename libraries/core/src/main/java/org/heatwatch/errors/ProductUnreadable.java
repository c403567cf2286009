package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A file of a product exists but cannot be read: it is truncated, corrupt, or lacks a required value. A retry helps if
 * the transfer failed or USGS has replaced the product; after several attempts the message ends in the dead-letter
 * queue.
 */
public final class ProductUnreadable extends HeatWatchException {
    private final boolean isUnexpected;

    public ProductUnreadable(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public ProductUnreadable(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
        isUnexpected = false;
    }

    private ProductUnreadable(String subject, Throwable cause) {
        super(
                subject,
                "cannot be processed (%s)".formatted(cause),
                "report it with the product",
                /* retryHelps= */ true,
                cause);
        isUnexpected = true;
    }

    /** A failure that no check expected: of the product, or of this program. */
    public static ProductUnreadable unexpected(String subject, Throwable cause) {
        return new ProductUnreadable(subject, cause);
    }

    /** Whether the cause may be a fault of this program, so that the product is to be read again. */
    public boolean isUnexpected() {
        return isUnexpected;
    }
}
