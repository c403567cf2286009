@NullMarked
package org.heatwatch.landsat;

import org.jspecify.annotations.NullMarked;
