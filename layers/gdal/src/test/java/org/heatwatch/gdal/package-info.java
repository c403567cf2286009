@NullMarked
package org.heatwatch.gdal;

import org.jspecify.annotations.NullMarked;
