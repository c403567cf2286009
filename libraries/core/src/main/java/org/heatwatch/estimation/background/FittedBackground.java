package org.heatwatch.estimation.background;

import java.util.List;

/** The idle ground of one observing regime, fitted to its reference scenes, against which scenes are measured. */
public interface FittedBackground {

    /**
     * Residuals of the certainly idle reference scenes from the ground as all other scenes show it, in the order of
     * acquisition.
     */
    List<SceneResidual> idleResiduals();

    /** Residuals of a scene that is not a reference scene. */
    SceneResidual residual(SceneSamples samples);

    /**
     * Yearly mean of the ground, in effective kelvin relative to the level of a scene.
     *
     * @param east easting in metres, within the area that was fitted
     * @param north northing in metres
     */
    double steady(double east, double north);
}
