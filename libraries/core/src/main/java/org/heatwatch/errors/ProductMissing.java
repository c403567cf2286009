package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A product, or one of its files, is not at the location that follows from its id. Shortly after the notification it
 * may not be visible yet, so a retry may help. A real-time (RT) product is removed when a tiered product of the
 * acquisition exists: search for a better product instead of retrying without end.
 */
public final class ProductMissing extends HeatWatchException {

    public ProductMissing(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public ProductMissing(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
