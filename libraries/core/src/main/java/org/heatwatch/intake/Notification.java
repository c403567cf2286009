package org.heatwatch.intake;

import org.heatwatch.landsat.ProductId;

/** Content of one notification: a product to take in, or an immediate result. */
public sealed interface Notification
        permits Notification.Published, NotificationResult.NotOurs, NotificationResult.Refused {

    /** A product of a watched path and row was published; it may still be unusable. */
    record Published(ProductId product) implements Notification {}
}
