package org.heatwatch.intake;

import org.heatwatch.errors.BadNotification;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;

/** Result of processing one notification for one site. */
public sealed interface NotificationResult {

    /** The product was processed; the ledger holds the outcome. */
    record TakenIn(ProductId product, String siteId, IntakeOutcome outcome) implements NotificationResult {}

    /** Several sites watch the product; a message was sent for each of them. */
    record Forwarded(ProductId product, int sites) implements NotificationResult {}

    /** No site watches the product; nothing is recorded. */
    record NotOurs(String productId, String reason) implements NotificationResult, Notification {}

    /** The notification is malformed or inconsistent and is ignored. */
    record Refused(BadNotification why) implements NotificationResult, Notification {}

    /**
     * The product could not be processed at this delivery.
     *
     * @param lastTry whether the message goes to the dead-letter queue now
     */
    record Failed(ProductId product, String siteId, RuntimeException why, boolean lastTry)
            implements NotificationResult {}

    /** Whether the message is done. If not, it is delivered again and finally moved to the dead-letter queue. */
    default boolean isDone() {
        return switch (this) {
            case TakenIn _, Forwarded _, NotOurs _ -> true;
            case Refused _, Failed _ -> false;
        };
    }
}
