package org.heatwatch.estimation.fit;

import org.locationtech.jts.geom.Geometry;

/**
 * A footprint whose excess is estimated, or which disturbs the estimate of a neighbour.
 *
 * @param id of the feature
 * @param footprint in metres, in the projection of the samples
 * @param isMeasured whether its excess is wanted; otherwise it is a neighbour only
 * @param mayBeOn whether it may have any excess; otherwise only its idle variability is allowed for
 * @param accuracyMetres standard error of the position of the outline
 */
public record TargetFootprint(
        String id, Geometry footprint, boolean isMeasured, boolean mayBeOn, double accuracyMetres) {}
