/**
 * The expected excess of an idle footprint, learned from its own observations in the reference period and from all
 * reference parcels of the site.
 */
@NullMarked
package org.heatwatch.estimation.baseline;

import org.jspecify.annotations.NullMarked;
