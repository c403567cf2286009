/** The domain's view of rasters, read by GDAL. */
@NullMarked
package org.heatwatch.raster;

import org.jspecify.annotations.NullMarked;
