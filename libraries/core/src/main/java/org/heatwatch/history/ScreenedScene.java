package org.heatwatch.history;

import org.heatwatch.ledger.SampledScene;

/**
 * A scene after the thermal test for clouds.
 *
 * @param sampled the scene with its clear samples only
 */
record ScreenedScene(SampledScene sampled, ClearSky sky) {}
