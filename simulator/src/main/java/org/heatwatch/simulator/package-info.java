@NullMarked
package org.heatwatch.simulator;

import org.jspecify.annotations.NullMarked;
