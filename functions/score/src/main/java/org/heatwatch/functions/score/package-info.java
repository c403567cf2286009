/** The function that scores sites on request, publishes the results and places announcements in the outbox. */
@NullMarked
package org.heatwatch.functions.score;

import org.jspecify.annotations.NullMarked;
