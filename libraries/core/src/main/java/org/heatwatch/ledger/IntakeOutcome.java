package org.heatwatch.ledger;

import org.heatwatch.landsat.ProductId;

/** Outcome of a product of a watched path and row. */
public sealed interface IntakeOutcome {

    /** The product is recorded as the scene of its acquisition. */
    record Recorded() implements IntakeOutcome {}

    /** A better product of the acquisition is recorded. */
    record Superseded(ProductId by) implements IntakeOutcome {}

    /** The product cannot be used for this site, for the reason given. */
    record NotOurs(String reason) implements IntakeOutcome {}

    /** The product exists but could not be read in any attempt. */
    record Unreadable(String reason) implements IntakeOutcome {}

    /** Whether the product gave a scene or was superseded by one. A later failure does not replace such an outcome. */
    default boolean isOfScene() {
        return this instanceof Recorded || this instanceof Superseded;
    }
}
