/**
 * Hot places without any outline: a matched filter for a source of unknown place over a whole site.
 *
 * <p>{@link org.heatwatch.estimation.hotspot.HotSpotMap} learns once how each node of a lattice behaves while the site is idle, and
 * then tells the hot places of any scene.
 */
@NullMarked
package org.heatwatch.estimation.hotspot;

import org.jspecify.annotations.NullMarked;
