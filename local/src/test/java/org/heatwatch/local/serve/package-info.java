@NullMarked
package org.heatwatch.local.serve;

import org.jspecify.annotations.NullMarked;
