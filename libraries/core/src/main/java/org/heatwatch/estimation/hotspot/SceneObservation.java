package org.heatwatch.estimation.hotspot;

import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * One scene as input of a search.
 *
 * @param samples residuals of the background model
 * @param grid of the samples, at its position on the map
 * @param season of the scene
 * @param variance background scatter of this scene, square of an effective kelvin
 * @param shiftError standard error of the position of the scene along each axis, in metres
 */
record SceneObservation(
        LocalSamples samples, SamplingGrid grid, BaselineRow.Season season, double variance, double shiftError) {

    SceneObservation {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("the background variance must be positive: " + variance);
        }
    }

    static SceneObservation of(SceneResidual residual, double variance) {
        BaselineRow.Season season = new BaselineRow.Season(
                residual.scene().cosine(), residual.scene().sine());
        return new SceneObservation(
                residual,
                residual.grid(),
                season,
                variance,
                residual.alignment().shiftError());
    }
}
