/** The function that finds what should have happened and did not. */
@NullMarked
package org.heatwatch.functions.reconcile;

import org.jspecify.annotations.NullMarked;
