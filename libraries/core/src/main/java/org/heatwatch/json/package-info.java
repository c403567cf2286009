/** Values with the same JSON form everywhere in this project. */
@NullMarked
package org.heatwatch.json;

import org.jspecify.annotations.NullMarked;
