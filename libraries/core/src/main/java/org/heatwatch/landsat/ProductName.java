package org.heatwatch.landsat;

import org.heatwatch.errors.BadNotice;

/** What the name of a published product says: one we may read, or one that is well formed and never ours. */
public sealed interface ProductName permits ProductId, OtherProduct {

    /** The id as published. */
    String id();

    /**
     * Reads the id of any Landsat product; one topic announces them all.
     *
     * @throws BadNotice when it is no Landsat product id, with the part that is wrong
     */
    static ProductName parse(String id) {
        return ProductNameParser.parse(id);
    }
}
