package org.heatwatch.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions. */
final class Eventually {
    private static final long PAUSE_MILLIS = 250;

    private Eventually() {}

    /** Waits until a condition holds; fails with its description if it does not hold in time. */
    static void holds(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        boolean _ = finds(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits for a value. */
    static <T> T finds(String what, Duration patience, Supplier<Optional<T>> search) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not after %s: %s".formatted(patience, what));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
