/** Benchmarks of the most expensive steps. */
@NullMarked
package org.heatwatch.bench;

import org.jspecify.annotations.NullMarked;
