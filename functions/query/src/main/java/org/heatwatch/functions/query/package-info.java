/** The function that answers HTTP requests. */
@NullMarked
package org.heatwatch.functions.query;

import org.jspecify.annotations.NullMarked;
