/** Landsat products: ids, ranks, metadata, calibration, pixel quality and the orbit calendar. */
@NullMarked
package org.heatwatch.landsat;

import org.jspecify.annotations.NullMarked;
