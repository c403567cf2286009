package org.heatwatch.cli.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.heatwatch.api.HeatWatchApi;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.heatwatch.store.StoreBusy;
import org.heatwatch.store.StoreFolder;
import org.heatwatch.store.StoreUnusable;

/**
 * Answers requests from a local store that other processes may read and write. It reads a copy of the table, makes
 * another one after a write, and opens the store for writing only while it saves a definition.
 */
public final class StoreServer implements LocalServer.Answerer, AutoCloseable {
    /** While another process records scenes, the table changes all the time. */
    private static final long NANOS_BETWEEN_COPIES = Duration.ofSeconds(2).toNanos();

    private final Path folder;
    private final Consumer<RuntimeException> faults;
    private final ReentrantLock saving = new ReentrantLock();
    private LocalWatch watch;
    private Copy current;

    /** A copy of the store, which is closed after the last request that uses it. */
    private final class Copy {
        private final String state = StoreFolder.state(folder);
        private final long copiedAt = System.nanoTime();
        private final LocalStore store = LocalStore.read(folder);
        private final LocalServer.Answerer answerer = answerer(store, _ -> false);
        private final ResponseCache responses = new ResponseCache();
        private int users;
        private boolean isReplaced;

        private boolean isCurrent() {
            return System.nanoTime() - copiedAt < NANOS_BETWEEN_COPIES || state.equals(StoreFolder.state(folder));
        }

        private void closeIfUnused() {
            if (isReplaced && users == 0) {
                store.close();
            }
        }
    }

    /**
     * Serves a store.
     *
     * @param faults receives the faults of requests
     * @throws org.heatwatch.store.StoreUnusable if there is no such folder, or its table cannot be read
     */
    public StoreServer(Path folder, Consumer<RuntimeException> faults) {
        this.folder = folder;
        this.faults = faults;
        this.current = new Copy();
        this.watch = LocalWatch.of(current.store);
    }

    private LocalServer.Answerer answerer(LocalStore store, SiteEditService.Rescoring rescoring) {
        HeatWatchApi api = new HeatWatchApi(store.sources(), faults);
        SiteEditService edits = new SiteEditService(api::answer, store.ledger(), SiteDefinitions.AUTHOR, rescoring);
        return new SiteImportService(edits, store.ledger());
    }

    @Override
    public Response answer(Request request) {
        try {
            return request.method().equals("PUT") ? save(request) : read(request);
        } catch (StoreUnusable e) {
            faults.accept(e);
            return unavailable("Store unusable", String.valueOf(e.getMessage()));
        }
    }

    private Response read(Request request) {
        Copy copy = use();
        try {
            return copy.responses.answer(request, copy.answerer);
        } finally {
            release(copy);
        }
    }

    private synchronized Copy use() {
        if (!current.isCurrent()) {
            replace();
        }
        current.users++;
        return current;
    }

    private synchronized void replace() {
        Copy before = current;
        current = new Copy();
        before.isReplaced = true;
        before.closeIfUnused();
    }

    private synchronized void release(Copy copy) {
        copy.users--;
        tolerant(copy::closeIfUnused);
    }

    /** What fails after the answer is known does not replace it. */
    private void tolerant(Runnable action) {
        try {
            action.run();
        } catch (StoreUnusable e) {
            faults.accept(e);
        }
    }

    /** One at a time, since each save computes the whole history. Another one does not wait, nor do readers. */
    private Response save(Request request) {
        if (!saving.tryLock()) {
            return unavailable("Not saved", "another definition is being saved; try again when that is done");
        }
        try {
            LocalStore store = LocalStore.open(folder);
            try {
                watch = watch.on(store);
                LocalWatch scoring = watch;
                return answerer(store, siteId -> {
                            scoring.score(siteId);
                            return true;
                        })
                        .answer(request);
            } finally {
                tolerant(store::close);
                tolerant(this::replace);
            }
        } catch (StoreBusy e) {
            return unavailable("Not saved", String.valueOf(e.getMessage()));
        } finally {
            saving.unlock();
        }
    }

    private static Response unavailable(String title, String detail) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", Response.UNAVAILABLE)
                .put("detail", detail)
                .toString();
        return new Response(
                Response.UNAVAILABLE,
                Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() {
        current.isReplaced = true;
        current.closeIfUnused();
    }
}
