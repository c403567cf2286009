/**
 * Simulated Landsat products with known truth, to test the code that reads and scores products.
 *
 * <p>Data flow: a {@link org.heatwatch.simulator.Landscape} gives a
 * {@link org.heatwatch.simulator.GroundTruth}; a {@link org.heatwatch.simulator.SimulatedSensor} measures it through an
 * {@link org.heatwatch.simulator.Atmosphere} as {@link org.heatwatch.simulator.SimulatedSamples} on a
 * {@link org.heatwatch.simulator.NativeGrid}; {@link org.heatwatch.simulator.ResamplingMethod} interpolates 30 m
 * pixels;
 * {@link org.heatwatch.simulator.ProductWriter} writes them to files in the layout of the USGS bucket.
 * {@link org.heatwatch.simulator.SceneSimulator} runs all steps. The simulator shares no code with the estimator that
 * it tests, so that an error in one cannot cancel an error in the other.
 */
@NullMarked
package org.heatwatch.simulator;

import org.jspecify.annotations.NullMarked;
