package org.heatwatch.history;

import org.heatwatch.estimation.background.SceneResidual;

/**
 * What a pass leaves over of the idle map.
 *
 * @param scatter standard deviation of its samples where nothing is on, effective kelvin
 */
public record PassResidual(SceneResidual residual, double scatter) {}
