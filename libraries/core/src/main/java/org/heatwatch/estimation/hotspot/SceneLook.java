package org.heatwatch.estimation.hotspot;

import org.heatwatch.estimation.background.SceneResidual;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * What a search needs of one scene.
 *
 * @param samples what the scene leaves over of the idle map
 * @param grid of the samples, at its place on the map
 * @param variance of the clutter in this scene, square of an effective kelvin
 * @param shiftError standard error of the scene's place on the map along each axis, in metres
 */
record SceneLook(
        LocalSamples samples, SamplingGrid grid, BaselineRow.Season season, double variance, double shiftError) {

    SceneLook {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("a clutter's variance is not " + variance);
        }
    }

    static SceneLook of(SceneResidual residual, double variance) {
        BaselineRow.Season season = new BaselineRow.Season(
                residual.scene().cosine(), residual.scene().sine());
        return new SceneLook(
                residual,
                residual.grid(),
                season,
                variance,
                residual.alignment().shiftError());
    }
}
