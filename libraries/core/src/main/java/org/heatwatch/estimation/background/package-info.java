/**
 * The background model: the idle ground as all reference scenes together show it.
 *
 * <p>{@link org.heatwatch.estimation.background.BackgroundMapFit} fits a smooth map with a yearly cycle to the samples
 * of all reference
 * scenes, together with the level, contrast and shift of each scene ({@link
 * org.heatwatch.estimation.background.Alignment}). Activity
 * appears in the residuals of a scene from the map.
 */
@NullMarked
package org.heatwatch.estimation.background;

import org.jspecify.annotations.NullMarked;
