package org.heatwatch.history;

import java.util.List;
import org.heatwatch.state.JudgedObservation;

/**
 * What one scene says.
 *
 * @param observations one for each feature that has a footprint
 * @param drift what is known of it after this scene
 */
record EvaluatedScene(SceneCheck check, List<JudgedObservation> observations, Drift drift) {}
