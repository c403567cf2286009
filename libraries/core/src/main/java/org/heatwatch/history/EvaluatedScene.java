package org.heatwatch.history;

import java.util.List;
import org.heatwatch.state.JudgedObservation;

/**
 * Result of evaluating one scene.
 *
 * @param observations one for each monitored feature, in their order
 * @param drift estimate of the drift after this scene
 * @param activity of the reference parcels after this scene
 */
record EvaluatedScene(
        SceneCheck check, List<JudgedObservation> observations, BaselineDrift drift, ParcelActivity activity) {}
