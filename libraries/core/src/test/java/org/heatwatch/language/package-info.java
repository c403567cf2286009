@NullMarked
package org.heatwatch.language;

import org.jspecify.annotations.NullMarked;
