package org.heatwatch.intake;

import org.heatwatch.errors.BadNotice;
import org.heatwatch.landsat.ProductId;

/** What one notification of the archive says. */
public sealed interface Notice {

    /** A product of a watched path and row is there, of use or not. */
    record Published(ProductId product) implements Notice {}

    /**
     * A product that is none of ours.
     *
     * @param productId as published
     * @param reason why not, for the log
     */
    record NotOurs(String productId, String reason) implements Notice {}

    /** It says nothing we may act on, and never will. */
    record Refused(BadNotice why) implements Notice {}
}
