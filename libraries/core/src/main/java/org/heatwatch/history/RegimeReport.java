package org.heatwatch.history;

import org.heatwatch.estimation.fit.GroundClutter;

/**
 * What the dormant scenes of a regime taught.
 *
 * @param dormantScenes that make the baselines
 * @param clutter of what a scene leaves over of the idle map
 * @param idleVariance by which an idle roof varies from scene to scene, square of an effective kelvin
 * @param autocorrelation of an idle parcel's successive deviations
 */
public record RegimeReport(
        Regime regime, int dormantScenes, GroundClutter clutter, double idleVariance, double autocorrelation) {}
