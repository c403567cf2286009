/** Values that every JSON form of this project writes in the same way. */
@NullMarked
package org.heatwatch.json;

import org.jspecify.annotations.NullMarked;
