@NullMarked
package org.heatwatch.raster;

import org.jspecify.annotations.NullMarked;
