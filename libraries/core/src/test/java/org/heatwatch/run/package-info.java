@NullMarked
package org.heatwatch.run;

import org.jspecify.annotations.NullMarked;
