package org.heatwatch.ledger;

import org.heatwatch.landsat.ProductId;

/**
 * What the ledger made of a scene that was handed to it.
 *
 * @param holder the product that holds the place of the acquisition now
 * @param written whether it is the scene that was handed over; if not, one as good or better keeps the place, be it an
 *     earlier reading of the same product
 */
public record Verdict(ProductId holder, boolean written) {}
