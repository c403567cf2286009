package org.heatwatch.store;

import org.jspecify.annotations.Nullable;

/** The folder of a store cannot be used; the message says why and what to do. */
public sealed class StoreUnusable extends RuntimeException permits StoreBusy {
    /**
     * An error with its cause.
     *
     * @param cause null if there is none
     */
    public StoreUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
