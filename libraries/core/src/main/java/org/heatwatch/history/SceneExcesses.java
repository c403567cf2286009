package org.heatwatch.history;

import java.util.List;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.fit.MeasuredObservation;

/**
 * One scene, measured above the background model.
 *
 * @param variance of its background, square of an effective kelvin
 * @param observations one for each footprint
 */
record SceneExcesses(SceneResidual residual, double variance, List<MeasuredObservation> observations) {}
