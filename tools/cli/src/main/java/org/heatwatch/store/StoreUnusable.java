package org.heatwatch.store;

import org.jspecify.annotations.Nullable;

/** The folder of a store can't be used; the message says why and what to do. */
public final class StoreUnusable extends RuntimeException {
    StoreUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
