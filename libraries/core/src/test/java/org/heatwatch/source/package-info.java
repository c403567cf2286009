/** Fixtures of heat sources. */
@NullMarked
package org.heatwatch.source;

import org.jspecify.annotations.NullMarked;
