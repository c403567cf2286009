/** From a notification to the record of a scene: which products come, what is read of them, what became of each. */
@NullMarked
package org.heatwatch.intake;

import org.jspecify.annotations.NullMarked;
