/** The function that finds missing products, scores and mails, and requests them again. */
@NullMarked
package org.heatwatch.functions.reconcile;

import org.jspecify.annotations.NullMarked;
