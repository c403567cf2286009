package org.heatwatch.functions.clip;

import org.heatwatch.errors.BadNotice;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;

/** What became of one notice; where its product concerns several sites, for one of them. */
public sealed interface NoticeFate {

    /** The ledger says what became of the product. */
    record TakenIn(ProductId product, String siteId, IntakeOutcome outcome) implements NoticeFate {}

    /** The product is none that any site waits for; nothing is recorded. */
    record NotOurs(String productId, String reason) implements NoticeFate {}

    /** The notice says nothing that may be acted on. */
    record Refused(BadNotice why) implements NoticeFate {}

    /**
     * The product could not be taken in this time.
     *
     * @param lastTry whether the message goes to the dead-letter queue now
     */
    record Failed(ProductId product, String siteId, RuntimeException why, boolean lastTry) implements NoticeFate {}

    /** Whether the message has done its work. What has not is delivered again, and at last put aside for a person. */
    default boolean isDone() {
        return switch (this) {
            case TakenIn _, NotOurs _ -> true;
            case Refused _, Failed _ -> false;
        };
    }
}
