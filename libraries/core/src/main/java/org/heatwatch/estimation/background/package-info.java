/**
 * The idle ground as all dormant scenes together show it.
 *
 * <p>{@link org.heatwatch.estimation.background.IdleMapFit} fits a smooth map with a yearly cycle to the samples of all dormant scenes,
 * and at the same time each scene's level, contrast and shift ({@link org.heatwatch.estimation.background.Alignment}). What a scene's
 * samples leave over of it is where activity shows.
 */
@NullMarked
package org.heatwatch.estimation.background;

import org.jspecify.annotations.NullMarked;
