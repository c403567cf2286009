package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A file of a product that is there and cannot be understood: cut short, corrupt, or without a member we need. Another
 * try helps where the transfer was at fault, and USGS replaces broken products; after a few tries it is a dead letter.
 */
public final class ProductUnreadable extends HeatWatchException {

    public ProductUnreadable(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public ProductUnreadable(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
