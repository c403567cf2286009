/**
 * From one facility's looks to its state.
 *
 * <p>A look's deviation becomes a percentile of the facility's own idle behaviour ({@link
 * org.heatwatch.state.HeatScore}); two cumulative sums over all looks decide when it started and when it stopped ({@link
 * org.heatwatch.state.StateTrack}), with a threshold that keeps false starts rare ({@link
 * org.heatwatch.state.CusumThreshold}).
 */
@NullMarked
package org.heatwatch.state;

import org.jspecify.annotations.NullMarked;
