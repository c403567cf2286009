package org.heatwatch.ledger;

/** Ledgers that need nothing outside this process. */
public final class Ledgers {
    private Ledgers() {}

    /** An empty one that lasts as long as the process; safe for threads to share. */
    public static Ledger inMemory() {
        return new InMemoryLedger();
    }
}
