/**
 * Computes a facility's state from its observations.
 *
 * <p>The excess of an observation becomes a percentile of the facility's idle behaviour ({@link
 * org.heatwatch.state.HeatScore}); two cumulative sums over all observations detect starts and stops ({@link
 * org.heatwatch.state.StateTrack}), with a threshold that keeps false starts rare ({@link
 * org.heatwatch.state.CusumThreshold}).
 */
@NullMarked
package org.heatwatch.state;

import org.jspecify.annotations.NullMarked;
