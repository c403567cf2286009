/**
 * Maps of single passes and charts of histories, as PNG or SVG. Works without a display.
 *
 * <p>Areas that were not visible are drawn differently from cold ones.
 */
@NullMarked
package org.heatwatch.pictures;

import org.jspecify.annotations.NullMarked;
