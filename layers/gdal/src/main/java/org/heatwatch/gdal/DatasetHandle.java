package org.heatwatch.gdal;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** An open GDAL dataset. Calls are serialised, and rejected after it was closed. */
final class DatasetHandle {
    private final String name;
    private final MemorySegment dataset;
    private final @Nullable OpenSource source;
    private boolean closed;

    DatasetHandle(String name, MemorySegment dataset, @Nullable OpenSource source) {
        this.name = name;
        this.dataset = dataset;
        this.source = source;
    }

    /** The native calls of an operation on the dataset. */
    interface Body<T> {
        T run(GdalCall call, MemorySegment dataset) throws Throwable;
    }

    /**
     * Performs an operation.
     *
     * @param action the operation, for error messages, for example "reading"
     * @throws IllegalStateException if the dataset is closed
     */
    synchronized <T> T call(String action, Body<T> body) {
        requireOpen();
        return GdalCall.run(action + " " + name, source, call -> body.run(call, dataset));
    }

    synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException(name + " is closed");
        }
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            GdalCall.close(dataset);
        } finally {
            if (source != null) {
                JavaFileSystem.remove(source);
            }
        }
    }

    String name() {
        return name;
    }
}
