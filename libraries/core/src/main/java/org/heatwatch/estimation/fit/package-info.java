/**
 * Estimates the excess of a footprint and its error from the native samples of a scene.
 *
 * <p>The area of the footprint, convolved with the sensor's point spread, is the response of each sample
 * ({@link org.heatwatch.estimation.fit.FootprintResponse}). Generalised least squares under the background covariance
 * ({@link org.heatwatch.estimation.fit.BackgroundCovariance}) yields the excess: against the background model
 * ({@link org.heatwatch.estimation.fit.FootprintFit}), or in a single scene against the surroundings
 * ({@link org.heatwatch.estimation.fit.SingleSceneFit}).
 */
@NullMarked
package org.heatwatch.estimation.fit;

import org.jspecify.annotations.NullMarked;
