/**
 * Recovers the native samples of the thermal sensor from the delivered 30 m pixels.
 *
 * <p>Level-1 processing resamples the TIRS samples, which are about 100 m apart, to 30 m pixels: cubic convolution
 * along track (Keys 1981, a = -0.5) and Akima's interpolation across track (Akima 1970).
 * {@link org.heatwatch.sampling.GridRecovery} inverts this: it determines the affine grid of the samples and their
 * values from one image and the geometry of the orbit.
 */
@NullMarked
package org.heatwatch.sampling;

import org.jspecify.annotations.NullMarked;
