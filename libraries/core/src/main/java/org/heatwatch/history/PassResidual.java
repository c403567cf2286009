package org.heatwatch.history;

import org.heatwatch.estimation.background.SceneResidual;

/**
 * Residual of a pass above the background model.
 *
 * @param scatter background scatter: standard deviation of a sample where nothing runs, effective kelvin
 */
public record PassResidual(SceneResidual residual, double scatter) {}
