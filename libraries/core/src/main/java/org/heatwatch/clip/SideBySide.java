package org.heatwatch.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs steps that wait for a store at the same time: together they take about one round trip. */
final class SideBySide {
    // Platform threads: GDAL waits in a native call meanwhile, during which a virtual thread would pin its carrier.
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("band-", 0).factory());

    private SideBySide() {}

    /**
     * Runs the first step in this thread and the others beside it, and waits for all of them.
     *
     * @param discard receives the results of the other steps if one fails
     * @return the results in the order of the steps
     * @throws RuntimeException the failure of the first step that failed, in the order of the steps
     */
    static <T> List<T> all(List<Supplier<T>> steps, Consumer<T> discard) {
        List<Future<T>> others = steps.subList(1, steps.size()).stream()
                .map(step -> THREADS.submit(step::get))
                .toList();
        List<T> results = new ArrayList<>();
        Throwable failure = null;
        try {
            results.add(steps.getFirst().get());
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        boolean wasInterrupted = false;
        for (Future<T> other : others) {
            // Waits even if interrupted: the steps use files that the caller closes afterwards.
            boolean isDone = false;
            while (!isDone) {
                try {
                    results.add(other.get());
                    isDone = true;
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    isDone = true;
                }
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            results.forEach(discard);
            throw unchecked(failure);
        }
        return results;
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
