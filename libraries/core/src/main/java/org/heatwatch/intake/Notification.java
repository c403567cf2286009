package org.heatwatch.intake;

import java.util.Optional;
import org.heatwatch.landsat.ProductId;

/** Content of one notification: a product to take in, or an immediate result. */
public sealed interface Notification
        permits Notification.Published, NotificationResult.NotOurs, NotificationResult.Refused {

    /**
     * A product of a watched path and row was published; it may still be unusable.
     *
     * @param siteId the only site for which it is processed; empty for all that watch it, as in messages of the archive
     */
    record Published(ProductId product, Optional<String> siteId) implements Notification {}
}
