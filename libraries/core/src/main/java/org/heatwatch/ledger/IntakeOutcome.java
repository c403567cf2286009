package org.heatwatch.ledger;

import org.heatwatch.landsat.ProductId;

/** What became of a product of a watched path and row. */
public sealed interface IntakeOutcome {

    /** It is what the ledger holds of its acquisition. */
    record Recorded() implements IntakeOutcome {}

    /** A better product of its acquisition makes it superfluous. */
    record Superseded(ProductId by) implements IntakeOutcome {}

    /** It can never be read for this site. */
    record NotOurs(String reason) implements IntakeOutcome {}

    /** It was there and could not be understood, however often it was tried. */
    record Unreadable(String reason) implements IntakeOutcome {}

    /** Whether it gave a scene, or lost against one: an outcome that no failure undoes. */
    default boolean isOfScene() {
        return this instanceof Recorded || this instanceof Superseded;
    }
}
