package org.heatwatch.landsat;

import org.heatwatch.errors.BadNotification;

/** Well-formed id of a published product: a product that this project may use, or another one. */
public sealed interface ProductName permits ProductId, OtherProduct {

    /** The id as published. */
    String id();

    /**
     * Parses the id of any Landsat product, because notifications of one topic are about all of them.
     *
     * @throws BadNotification if it is not a Landsat product id, with the malformed part
     */
    static ProductName parse(String id) {
        return ProductNameParser.parse(id);
    }
}
