/** The {@code heatwatch} command. */
@NullMarked
package org.heatwatch.cli;

import org.jspecify.annotations.NullMarked;
