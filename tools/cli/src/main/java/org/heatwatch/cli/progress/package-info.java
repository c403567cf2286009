/** Long tasks: parallel execution and display of progress. */
@NullMarked
package org.heatwatch.cli.progress;

import org.jspecify.annotations.NullMarked;
