@NullMarked
package org.heatwatch.api;

import org.jspecify.annotations.NullMarked;
