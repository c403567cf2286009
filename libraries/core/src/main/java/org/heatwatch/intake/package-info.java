/** Intake of products: from a notification to the recorded scene and the outcome of each product. */
@NullMarked
package org.heatwatch.intake;

import org.jspecify.annotations.NullMarked;
