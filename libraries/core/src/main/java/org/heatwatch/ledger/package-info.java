/** Stored data: scenes with their native samples, the outcome of every product, and the definitions of sites. */
@NullMarked
package org.heatwatch.ledger;

import org.jspecify.annotations.NullMarked;
