package org.heatwatch.estimation.composite;

/**
 * By how much one scene deviates from a composite, as a map that is as smooth as the composite.
 *
 * @param kelvin deviation, in effective kelvin
 * @param coverage share of the samples of a whole scene around each cell, 0 to about 1; less where clouds hid it
 */
public record SceneDeviation(CompositeRaster kelvin, CompositeRaster coverage) {}
