package org.heatwatch.landsat;

/**
 * A product of another satellite or collection.
 *
 * @param reason why it is not ours, for the record
 */
public record OtherProduct(String id, String reason) implements ProductName {}
