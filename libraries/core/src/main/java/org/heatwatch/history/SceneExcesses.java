package org.heatwatch.history;

import java.util.List;
import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.fit.MeasuredObservation;

/**
 * One scene, measured against the background model.
 *
 * @param variance background scatter of a sample, in squared effective kelvin
 * @param observations one for each footprint
 */
record SceneExcesses(SceneResidual residual, double variance, List<MeasuredObservation> observations) {}
