/** Composite: the excess over the idle ground, accumulated over the overpasses of a period from native samples. */
@NullMarked
package org.heatwatch.estimation.composite;

import org.jspecify.annotations.NullMarked;
