package org.heatwatch.cli.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs a task for many items in parallel, with one thread per processor. */
public final class Workers {
    private Workers() {}

    /** Runs the task for all items; throws the first failure after all of them have ended. */
    public static <T> void forEach(Collection<T> items, Consumer<T> work) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        // GDAL's upcalls need platform threads.
        try (ExecutorService executor = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().name("worker-", 0).factory())) {
            List<Future<?>> tasks = new ArrayList<>();
            items.forEach(item -> tasks.add(executor.submit(() -> work.accept(item))));
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
