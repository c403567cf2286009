@NullMarked
package org.heatwatch.announce;

import org.jspecify.annotations.NullMarked;
