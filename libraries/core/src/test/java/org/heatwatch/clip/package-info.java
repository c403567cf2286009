@NullMarked
package org.heatwatch.clip;

import org.jspecify.annotations.NullMarked;
