/** Computes the history of a site from all of its scenes. */
@NullMarked
package org.heatwatch.history;

import org.jspecify.annotations.NullMarked;
