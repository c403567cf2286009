package org.heatwatch.intake;

import org.heatwatch.landsat.ProductId;

/** What one notification of the archive says: a product to take in, or at once the end of its processing. */
public sealed interface Notification
        permits Notification.Published, NotificationResult.NotOurs, NotificationResult.Refused {

    /** A product of a watched path and row is there, of use or not. */
    record Published(ProductId product) implements Notification {}
}
