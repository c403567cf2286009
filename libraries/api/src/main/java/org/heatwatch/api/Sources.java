package org.heatwatch.api;

import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.mail.Outbox;
import org.heatwatch.publication.HistoryStore;

/**
 * The stores that the API reads. It writes to none of them.
 *
 * @param clips used only for downloads of clips
 */
public record Sources(Ledger ledger, Outbox outbox, HistoryStore histories, NotificationTimes times, ClipStore clips) {}
