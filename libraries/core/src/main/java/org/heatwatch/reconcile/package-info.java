/** Finds what should have happened and did not, and sets it going again. */
@NullMarked
package org.heatwatch.reconcile;

import org.jspecify.annotations.NullMarked;
