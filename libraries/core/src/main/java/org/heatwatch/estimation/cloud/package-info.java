/** Thermal test for clouds: compares the brightness temperatures of a scene with the known ground of a site. */
@NullMarked
package org.heatwatch.estimation.cloud;

import org.jspecify.annotations.NullMarked;
