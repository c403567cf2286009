/** Runs of a site: scoring it, publishing its history and putting mails about new events into the outbox. */
@NullMarked
package org.heatwatch.run;

import org.jspecify.annotations.NullMarked;
