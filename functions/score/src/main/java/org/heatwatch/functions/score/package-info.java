/** The function that tells the histories of sites that were woken, and leaves what is new in the outbox. */
@NullMarked
package org.heatwatch.functions.score;

import org.jspecify.annotations.NullMarked;
