/** The function that answers questions over HTTP. */
@NullMarked
package org.heatwatch.functions.query;

import org.jspecify.annotations.NullMarked;
