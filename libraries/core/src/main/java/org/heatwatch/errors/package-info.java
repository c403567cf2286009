/** The closed set of failures that the adapters to other systems report. */
@NullMarked
package org.heatwatch.errors;

import org.jspecify.annotations.NullMarked;
