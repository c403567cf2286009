/** The function that reads notifications from their queues and records the products that they announce. */
@NullMarked
package org.heatwatch.functions.clip;

import org.jspecify.annotations.NullMarked;
