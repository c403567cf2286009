/** All scenes of a site, told as one history. */
@NullMarked
package org.heatwatch.history;

import org.jspecify.annotations.NullMarked;
