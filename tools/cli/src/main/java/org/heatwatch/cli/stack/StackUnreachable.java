package org.heatwatch.cli.stack;

import org.jspecify.annotations.Nullable;

/** A stack cannot be used; the message says why and what to do. */
public final class StackUnreachable extends RuntimeException {
    StackUnreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
