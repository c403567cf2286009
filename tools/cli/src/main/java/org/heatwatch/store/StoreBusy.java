package org.heatwatch.store;

/** Another process writes to a store; a later attempt can succeed. */
public final class StoreBusy extends StoreUnusable {
    StoreBusy(String message) {
        super(message, null);
    }
}
