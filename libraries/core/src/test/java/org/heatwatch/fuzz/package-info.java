/** Targets of fuzzing: each gets arbitrary bytes and must answer, or fail with an error that names a defect. */
@NullMarked
package org.heatwatch.fuzz;

import org.jspecify.annotations.NullMarked;
