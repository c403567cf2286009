package org.heatwatch.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;

/** Sends notifications of a product, one message for each site, in the form that the archive uses. */
@FunctionalInterface
public interface NotificationSender {

    /**
     * Queues notifications for the intake of a product.
     *
     * @param siteIds each of these sites takes the product in by itself
     * @param announcedAt when the archive announced the product; empty if it did not
     * @throws SourceUnavailable if the queue does not answer; some of the messages may have been sent
     * @throws AccessDenied if the queue refuses a message
     */
    void send(ProductId product, List<String> siteIds, Optional<Instant> announcedAt);

    /** Queues a notification for one site that the archive did not announce. */
    default void send(ProductId product, String siteId) {
        send(product, List.of(siteId), Optional.empty());
    }
}
