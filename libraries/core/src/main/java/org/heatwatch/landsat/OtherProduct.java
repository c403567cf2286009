package org.heatwatch.landsat;

/**
 * A product of another satellite or collection.
 *
 * @param reason why this project does not use it
 */
public record OtherProduct(String id, String reason) implements ProductName {}
