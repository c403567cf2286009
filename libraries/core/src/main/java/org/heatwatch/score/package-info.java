/** Measurement of a site from single scenes. */
@NullMarked
package org.heatwatch.score;

import org.jspecify.annotations.NullMarked;
