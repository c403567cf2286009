@NullMarked
package org.heatwatch.pictures;

import org.jspecify.annotations.NullMarked;
