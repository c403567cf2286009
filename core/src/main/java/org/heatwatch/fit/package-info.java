@NullMarked
package org.heatwatch.fit;

import org.jspecify.annotations.NullMarked;
