package org.heatwatch.publication;

/** Makes stores without external dependencies. */
public final class HistoryStores {
    private HistoryStores() {}

    public static HistoryStore inMemory() {
        return new InMemoryHistoryStore();
    }
}
