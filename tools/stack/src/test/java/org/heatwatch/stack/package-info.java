@NullMarked
package org.heatwatch.stack;

import org.jspecify.annotations.NullMarked;
