/**
 * Detection of hot spots without outlines: a matched filter for a source of unknown position over a whole site.
 *
 * <p>{@link org.heatwatch.estimation.hotspot.HotSpotDetector} learns the idle behaviour of each node of a lattice from
 * the reference
 * scenes, and then finds the hot spots of any other scene.
 */
@NullMarked
package org.heatwatch.estimation.hotspot;

import org.jspecify.annotations.NullMarked;
