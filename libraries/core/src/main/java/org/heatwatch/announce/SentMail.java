package org.heatwatch.announce;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the outbox.
 *
 * @param deliveredAt when it was handed over; empty if that is not known to have happened
 */
public record SentMail(Mail mail, Optional<Instant> deliveredAt) {}
