package org.heatwatch.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the outbox.
 *
 * @param deliveredAt time of delivery; empty if it is not known to be delivered
 */
public record SentMail(Mail mail, Optional<Instant> deliveredAt) {}
