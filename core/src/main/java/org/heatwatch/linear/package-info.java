/** Linear algebra that no library at hand does as fast. */
@NullMarked
package org.heatwatch.linear;

import org.jspecify.annotations.NullMarked;
