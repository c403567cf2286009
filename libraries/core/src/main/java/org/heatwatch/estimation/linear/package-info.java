/**
 * Linear algebra: generalised least squares, and a banded Cholesky factorisation faster than those of the libraries
 * used.
 */
@NullMarked
package org.heatwatch.estimation.linear;

import org.jspecify.annotations.NullMarked;
