@NullMarked
package org.heatwatch.sampling;

import org.jspecify.annotations.NullMarked;
