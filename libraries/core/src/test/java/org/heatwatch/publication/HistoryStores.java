package org.heatwatch.publication;

/** Makes stores that need nothing outside. */
public final class HistoryStores {
    private HistoryStores() {}

    public static HistoryStore inMemory() {
        return new InMemoryHistoryStore();
    }
}
