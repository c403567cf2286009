/** How a roof behaves when it is idle, learned from its own dormant looks and from all idle parcels of the site. */
@NullMarked
package org.heatwatch.estimation.baseline;

import org.jspecify.annotations.NullMarked;
