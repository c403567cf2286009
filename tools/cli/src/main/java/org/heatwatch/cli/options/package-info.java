/** Options that several commands share. */
@NullMarked
package org.heatwatch.cli.options;

import org.jspecify.annotations.NullMarked;
