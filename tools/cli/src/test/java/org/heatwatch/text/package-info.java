@NullMarked
package org.heatwatch.text;

import org.jspecify.annotations.NullMarked;
