/** Golden files: what others rely on, as an earlier version printed, wrote or accepted it. */
@NullMarked
package org.heatwatch.golden;

import org.jspecify.annotations.NullMarked;
