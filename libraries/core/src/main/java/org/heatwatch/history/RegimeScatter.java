package org.heatwatch.history;

/**
 * Scatter of the reference scenes of a regime.
 *
 * @param commonMode standard deviation of the common mode, effective kelvin
 * @param variance median background scatter, in squared effective kelvin
 * @param autocorrelation of z from one scene to the next, all reference parcels combined; at least 0
 */
record RegimeScatter(double commonMode, double variance, double autocorrelation) {}
