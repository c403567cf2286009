package org.heatwatch.history;

import org.heatwatch.estimation.fit.ResidualCovariance;

/**
 * Statistics learned from the reference scenes of an observing regime.
 *
 * @param referenceScenes number of reference scenes
 * @param covariance covariance of the residuals of a scene
 * @param idleVariance variance of an idle footprint between scenes, in squared effective kelvin
 * @param autocorrelation lag-one autocorrelation of the reference parcels' z
 */
public record RegimeReport(
        Regime regime,
        int referenceScenes,
        ResidualCovariance covariance,
        double idleVariance,
        double autocorrelation) {}
