/** What USGS publishes: product names, their order of preference, metadata, calibration and pixel quality. */
@NullMarked
package org.heatwatch.landsat;

import org.jspecify.annotations.NullMarked;
