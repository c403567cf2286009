package org.heatwatch.errors;

import org.jspecify.annotations.Nullable;

/**
 * A product, or a file of it, that is not where its id says. Right after the notification it may not be visible yet, so
 * another try helps; a real-time (RT) product is removed for good once its tiered successor exists, so look for a
 * better product of the acquisition before trying for ever.
 */
public final class ProductMissing extends HeatWatchException {

    public ProductMissing(String subject, String problem, String advice) {
        this(subject, problem, advice, null);
    }

    public ProductMissing(String subject, String problem, String advice, @Nullable Throwable cause) {
        super(subject, problem, advice, /* retryHelps= */ true, cause);
    }
}
