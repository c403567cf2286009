/** Search of a composite for heat sources, without outlines of buildings. */
@NullMarked
package org.heatwatch.estimation.source;

import org.jspecify.annotations.NullMarked;
