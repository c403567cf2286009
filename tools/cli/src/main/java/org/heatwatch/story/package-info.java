/**
 * Writes a bucket of simulated products: what Landsat would have seen of a site if a scenario were true. It knows site
 * definitions, names of products and the orbit, and nothing of how heat is estimated, so that it can be held against that.
 */
@NullMarked
package org.heatwatch.story;

import org.jspecify.annotations.NullMarked;
