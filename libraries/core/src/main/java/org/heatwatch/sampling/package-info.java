/**
 * From delivered 30 m pixels back to what the thermal sensor sampled.
 *
 * <p>Level-1 processing lays the samples of TIRS, some 100 m apart, onto 30 m pixels: cubic convolution along track
 * (Keys 1981, a = -0.5), Akima's interpolation across track (Akima 1970). {@link org.heatwatch.sampling.GridRecovery}
 * undoes it: it finds the affine grid of the samples and the samples themselves from one image and the geometry of the
 * orbit.
 */
@NullMarked
package org.heatwatch.sampling;

import org.jspecify.annotations.NullMarked;
