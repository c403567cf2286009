/** Digests that identify content. */
@NullMarked
package org.heatwatch.digest;

import org.jspecify.annotations.NullMarked;
