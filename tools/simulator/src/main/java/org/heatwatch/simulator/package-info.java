/**
 * Landsat products whose truth is known, to test what reads and scores them.
 *
 * <p>The way of the data: a {@link org.heatwatch.simulator.Landscape} gives a
 * {@link org.heatwatch.simulator.GroundTruth}; a {@link org.heatwatch.simulator.Sensor} sees it through an
 * {@link org.heatwatch.simulator.Atmosphere} as {@link org.heatwatch.simulator.NativeSamples} on a
 * {@link org.heatwatch.simulator.NativeGrid}; {@link org.heatwatch.simulator.Resampling} makes 30 m pixels of them;
 * {@link org.heatwatch.simulator.ProductWriter} puts these into files as the bucket holds them.
 * {@link org.heatwatch.simulator.SceneSimulator} does all of it. Nothing here is shared with the estimator that it
 * tests, so that an error in one does not hide in the other.
 */
@NullMarked
package org.heatwatch.simulator;

import org.jspecify.annotations.NullMarked;
