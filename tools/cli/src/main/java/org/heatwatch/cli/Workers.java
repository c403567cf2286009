package org.heatwatch.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does much work of one kind, one thread to a processor. */
final class Workers {
    private Workers() {}

    /** Returns when all is done. The first failure is thrown, once the rest is done. */
    static <T> void forEach(Collection<T> items, Consumer<T> work) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        // Platform threads, since GDAL's upcalls need them.
        try (ExecutorService pool = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().name("worker-", 0).factory())) {
            List<Future<?>> tasks = new ArrayList<>();
            items.forEach(item -> tasks.add(pool.submit(() -> work.accept(item))));
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
