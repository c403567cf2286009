package org.heatwatch.fit;

import org.locationtech.jts.geom.Geometry;

/**
 * Something to measure the excess of.
 *
 * @param id of the facility
 * @param footprint in metres of the samples' projection
 * @param mayBeOn whether its neighbours must reckon with its heat
 */
public record Target(String id, Geometry footprint, boolean mayBeOn) {}
