package org.heatwatch.estimation.fit;

import org.locationtech.jts.geom.Geometry;

/**
 * A roof of a site.
 *
 * @param footprint in metres of the samples' projection
 * @param isMeasured whether its excess is asked for; the others are only neighbours
 * @param mayBeOn whether its neighbours must reckon with any heat, not only with its idle variation
 * @param accuracyMetres how far the outline may be off
 */
public record Roof(String id, Geometry footprint, boolean isMeasured, boolean mayBeOn, double accuracyMetres) {}
