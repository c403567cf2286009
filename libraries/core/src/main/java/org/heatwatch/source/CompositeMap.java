package org.heatwatch.source;

import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Map of a composite: the mean excess of a period and its standard error on a grid of 25 m, as the sensor sees the
 * ground.
 *
 * @param period of the composite
 * @param referenceScenes number of reference scenes
 * @param periodScenes number of scenes of the period
 * @param excess effective kelvin
 * @param standardError effective kelvin; infinite where too few scenes show the ground
 */
public record CompositeMap(
        Period period, int referenceScenes, int periodScenes, CompositeRaster excess, CompositeRaster standardError) {}
