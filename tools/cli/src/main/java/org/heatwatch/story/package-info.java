/**
 * Simulates the products that Landsat would publish of a site under a scenario. Depends on site definitions, product
 * names and the orbit, but not on the estimation, so that it can serve as an independent test of it.
 */
@NullMarked
package org.heatwatch.story;

import org.jspecify.annotations.NullMarked;
