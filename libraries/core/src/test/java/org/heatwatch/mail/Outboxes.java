package org.heatwatch.mail;

/** Outboxes that need nothing outside this process. */
public final class Outboxes {
    private Outboxes() {}

    /** An empty one that lasts as long as the process; safe for threads to share. */
    public static Outbox inMemory() {
        return new InMemoryOutbox();
    }
}
