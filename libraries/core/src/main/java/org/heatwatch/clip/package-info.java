/**
 * The part of a product that shows a site: counts, quality and what is needed to read them again without the product.
 */
@NullMarked
package org.heatwatch.clip;

import org.jspecify.annotations.NullMarked;
