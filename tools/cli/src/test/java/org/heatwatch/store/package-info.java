@NullMarked
package org.heatwatch.store;

import org.jspecify.annotations.NullMarked;
