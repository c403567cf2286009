package org.heatwatch.api;

import org.heatwatch.announce.Outbox;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.publication.HistoryStore;

/**
 * Where what is known lies. Nothing is written to any of them.
 *
 * @param clips is asked for clips alone
 */
public record Sources(Ledger ledger, Outbox outbox, HistoryStore histories, NoticeTimes times, ClipStore clips) {}
