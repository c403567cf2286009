/** How long the expensive steps take. */
@NullMarked
package org.heatwatch.bench;

import org.jspecify.annotations.NullMarked;
