/** Tests of the search for heat sources on simulated scenes. */
@NullMarked
package org.heatwatch.source;

import org.jspecify.annotations.NullMarked;
