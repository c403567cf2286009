package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A file of a product exists but cannot be read: it is truncated, corrupt, or lacks a required value. A retry helps if
 * the transfer failed or USGS has replaced the product; after several attempts the message ends in the dead-letter
 * queue.
 */
public final class ProductUnreadable extends HeatWatchException {

    public ProductUnreadable(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public ProductUnreadable(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
