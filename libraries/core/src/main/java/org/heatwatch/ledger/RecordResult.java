package org.heatwatch.ledger;

import org.heatwatch.landsat.ProductId;

/**
 * Result of {@link Ledger#record}.
 *
 * @param holder the product of the recorded scene
 * @param written whether the new scene was recorded; if not, a scene of equal or higher rank was recorded before,
 *     possibly of the same product
 */
public record RecordResult(ProductId holder, boolean written) {}
