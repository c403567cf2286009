/** Linear algebra: generalised least squares, and a banded factorisation that no library at hand does as fast. */
@NullMarked
package org.heatwatch.estimation.linear;

import org.jspecify.annotations.NullMarked;
