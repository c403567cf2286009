package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.heatwatch.cli.serve.LocalServer;
import org.heatwatch.cli.serve.StoreServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Back-fills, queries and edits together, in one process. {@code -Dheatwatch.soak.minutes=20} lets them run for longer
 * and compares the memory in the last quarter of the time with that in the second, by their medians: single values
 * depend on the requests of that moment.
 */
@EnabledOnOs(OS.LINUX)
final class SoakIT {
    private static final int SECONDS = 20;
    private static final double LARGEST_GROWTH = 1.15;

    /** Those of one back-fill, which may be running at one measurement and not at the other. */
    private static final int MOST_MORE_THREADS = 60;

    private static final String VERSION = "Heatwatch-Site-Version";
    private static final List<String> PATHS = List.of(
            "collections/observations/items?limit=100",
            "collections/facilities/items",
            "collections/scenes/items",
            "collections/alerts/items",
            "?f=html",
            "charts/mill.svg",
            "heatmaps/LC08_116034_20230122.png",
            "clips/LC08_116034_20230122.tif");

    @TempDir
    private Path folder;

    private final AtomicInteger backfills = new AtomicInteger();
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();
    private volatile boolean isEnded;

    /** What is in use after a collection of garbage, in megabytes, and the number of threads. */
    private record Memory(double heap, double resident, int threads) {
        static Memory now() throws IOException {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            double heap =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
                double kilobytes = lines.filter(line -> line.startsWith("VmRSS"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                        .sum();
                int threads = ManagementFactory.getThreadMXBean().getThreadCount();
                return new Memory(heap, kilobytes / 1e3, threads);
            }
        }
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Void backfill() throws IOException {
        while (!isEnded) {
            Path data = folder.resolve("data-" + backfills.incrementAndGet());
            CommandLineRun run = CommandLineRun.of(
                    "backfill", "--archive", Yard.BUCKET, "--site", Yard.SITE, "--data", data, "--yes");
            assertThat(run.code()).as(run.err()).isZero();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return null;
    }

    private Void query(LocalServer server, HttpClient client) throws Exception {
        while (!isEnded) {
            String path = PATHS.get(queries.incrementAndGet() % PATHS.size());
            HttpResponse<byte[]> response =
                    send(client, HttpRequest.newBuilder(server.address().resolve(path)));
            assertThat(response.statusCode()).as(path).isEqualTo(200);
        }
        return null;
    }

    private Void edit(LocalServer server, HttpClient client) throws Exception {
        String text = Files.readString(Yard.SITE);
        while (!isEnded) {
            int count = edits.incrementAndGet();
            HttpResponse<byte[]> current =
                    send(client, HttpRequest.newBuilder(server.address().resolve("sites/yard.geojson")));
            String version = current.headers().firstValue(VERSION).orElseThrow();
            HttpResponse<byte[]> saved = send(
                    client,
                    HttpRequest.newBuilder(server.address().resolve("sites/yard.geojson?replaces=" + version))
                            .header("Content-Type", "application/geo+json")
                            .PUT(HttpRequest.BodyPublishers.ofString(
                                    text.replace("\"Mill\"", "\"Mill " + count + "\""))));
            assertThat(saved.statusCode()).isEqualTo(200);
        }
        return null;
    }

    /** Ends early if a task has, which it does by an error only. */
    private List<Memory> measured(Duration duration, List<Future<Void>> running) throws Exception {
        List<Memory> measured = new ArrayList<>();
        int count = Math.max(4, (int) duration.toSeconds() / 30);
        for (int i = 1; i <= count && running.stream().noneMatch(Future::isDone); i++) {
            Thread.sleep(duration.dividedBy(count));
            Memory memory = Memory.now();
            measured.add(memory);
            System.out.printf(
                    Locale.ROOT,
                    "soak: %d s, %d back-fills, %d queries, %d edits: heap %.0f MB, resident %.0f MB, %d threads%n",
                    duration.toSeconds() * i / count,
                    backfills.get(),
                    queries.get(),
                    edits.get(),
                    memory.heap(),
                    memory.resident(),
                    memory.threads());
        }
        return measured;
    }

    private static Memory median(List<Memory> measured) {
        return new Memory(median(measured, Memory::heap), median(measured, Memory::resident), (int)
                median(measured, Memory::threads));
    }

    private static double median(List<Memory> measured, ToDoubleFunction<Memory> value) {
        double[] sorted = measured.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private List<Memory> run(Duration duration) throws Exception {
        try (StoreServer store = new StoreServer(folder, fault -> {
                    throw fault;
                });
                LocalServer server = LocalServer.start(InetAddress.getLoopbackAddress(), 0, store);
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService work = Executors.newCachedThreadPool()) {
            List<Callable<Void>> tasks = List.of(
                    this::backfill,
                    () -> query(server, client),
                    () -> query(server, client),
                    () -> edit(server, client));
            List<Future<Void>> running = tasks.stream().map(work::submit).toList();
            try {
                return measured(duration, running);
            } finally {
                isEnded = true;
                for (Future<Void> task : running) {
                    task.get();
                }
            }
        }
    }

    @Test
    void backfillsQueriesAndEditsTogetherKeepTheirMemory() throws Exception {
        Yard.in(folder);
        int minutes = Integer.getInteger("heatwatch.soak.minutes", 0);

        List<Memory> measured = run(minutes > 0 ? Duration.ofMinutes(minutes) : Duration.ofSeconds(SECONDS));

        assertThat(backfills.get()).isPositive();
        assertThat(edits.get()).isPositive();
        if (minutes > 0) {
            Memory early = median(measured.subList(measured.size() / 4, measured.size() / 2));
            Memory late = median(measured.subList(measured.size() * 3 / 4, measured.size()));
            assertThat(late.heap()).isLessThan(LARGEST_GROWTH * early.heap());
            assertThat(late.resident()).isLessThan(LARGEST_GROWTH * early.resident());
            assertThat(late.threads()).isLessThan(early.threads() + MOST_MORE_THREADS);
        }
    }
}
