@NullMarked
package org.heatwatch.site;

import org.jspecify.annotations.NullMarked;
