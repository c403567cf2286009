/** Reads product rasters and stores clips with GDAL. */
@NullMarked
package org.heatwatch.raster;

import org.jspecify.annotations.NullMarked;
