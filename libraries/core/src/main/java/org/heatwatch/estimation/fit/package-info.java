/**
 * From native samples to the excess of one facility, with its error.
 *
 * <p>A footprint's exact area, blurred by the sensor's point spread, says how much each sample sees of it ({@link
 * org.heatwatch.estimation.fit.FootprintResponse}); generalised least squares against the clutter of the ground ({@link
 * org.heatwatch.estimation.fit.ClutterCovariance}) gives the excess ({@link org.heatwatch.estimation.fit.SingleSceneFit}).
 */
@NullMarked
package org.heatwatch.estimation.fit;

import org.jspecify.annotations.NullMarked;
