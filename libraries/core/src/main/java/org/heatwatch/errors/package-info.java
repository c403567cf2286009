/** The closed set of failures that cross a boundary of Heat Watch. */
@NullMarked
package org.heatwatch.errors;

import org.jspecify.annotations.NullMarked;
