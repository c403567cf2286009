/** The {@code heatwatch} command. */
@NullMarked
package org.heatwatch.local;

import org.jspecify.annotations.NullMarked;
