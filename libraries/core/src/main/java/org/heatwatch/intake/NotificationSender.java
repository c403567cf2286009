package org.heatwatch.intake;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;

/** Sends a notification of a product in the form that the archive uses. */
@FunctionalInterface
public interface NotificationSender {

    /**
     * Queues a notification for the intake of products.
     *
     * @throws SourceUnavailable if the queue does not answer
     * @throws AccessDenied if the queue refuses the message
     */
    void send(ProductId product);
}
