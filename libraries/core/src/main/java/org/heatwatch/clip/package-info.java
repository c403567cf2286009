/**
 * Clips: the part of a product around a site, with counts, quality and all metadata needed to process it again without
 * the product.
 */
@NullMarked
package org.heatwatch.clip;

import org.jspecify.annotations.NullMarked;
