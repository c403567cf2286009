/** Digests that name content. */
@NullMarked
package org.heatwatch.digest;

import org.jspecify.annotations.NullMarked;
