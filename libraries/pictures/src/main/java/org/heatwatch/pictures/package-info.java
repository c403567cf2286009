/**
 * What people look at: maps of single passes and charts of whole histories, as PNG. Needs no display.
 *
 * <p>A place that was not seen never looks cold here.
 */
@NullMarked
package org.heatwatch.pictures;

import org.jspecify.annotations.NullMarked;
