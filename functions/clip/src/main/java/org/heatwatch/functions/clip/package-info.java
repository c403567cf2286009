/** The function that takes notices from their queue and has their products taken in. */
@NullMarked
package org.heatwatch.functions.clip;

import org.jspecify.annotations.NullMarked;
