/** Finds missing products, outdated publications and undelivered mails, and repeats the steps that failed. */
@NullMarked
package org.heatwatch.reconcile;

import org.jspecify.annotations.NullMarked;
