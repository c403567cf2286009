package org.heatwatch.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures a running API under load: a number of connections that stay open, each of which sends its next request when
 * the response to the last one has arrived. Prints a table in Markdown. The client shares the processors with the
 * server if both run on one machine.
 */
public final class LoadMeasurement {
    private static final int DEFAULT_CONNECTIONS = 16;
    private static final int DEFAULT_SECONDS = 20;
    private static final int WARM_UP_SECONDS = 10;
    private static final int OK = 200;

    /** Requests of the dashboard and of scripts; each connection sends them in turn. */
    private static final List<String> PATHS = List.of(
            "/collections/facilities/items",
            "/collections/observations/items?limit=100",
            "/collections/observations/items?limit=100&sortby=-datetime",
            "/collections/hotspots/items?limit=100",
            "/collections/scenes/items?limit=100",
            "/collections/alerts/items");

    private final URI address;

    private LoadMeasurement(URI address) {
        this.address = address;
    }

    /** Durations in milliseconds of successful requests by path, and the reasons of the others. */
    private record Outcome(Map<String, List<Double>> milliseconds, List<String> errors) {
        Outcome() {
            this(new TreeMap<>(), new ArrayList<>());
        }

        void add(Outcome other) {
            other.milliseconds.forEach((path, durations) ->
                    milliseconds.computeIfAbsent(path, _ -> new ArrayList<>()).addAll(durations));
            errors.addAll(other.errors);
        }
    }

    /**
     * Measures the server at the address given first. Further arguments: number of connections, seconds, and the
     * process id of the server, of which the largest resident memory is printed.
     */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("give the address of the API, such as http://127.0.0.1:8750");
        }
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_CONNECTIONS;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : DEFAULT_SECONDS;
        LoadMeasurement measurement = new LoadMeasurement(URI.create(arguments[0]));
        Outcome _ = measurement.run(connections, WARM_UP_SECONDS);
        Outcome outcome = measurement.run(connections, seconds);
        print(outcome, connections, seconds);
        if (arguments.length > 3) {
            System.out.println("largest resident memory of the server: " + residentMegabytes(arguments[3]) + " MB");
        }
        System.out.println("load of the machine (1, 5, 15 minutes): "
                + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static long residentMegabytes(String process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024;
        }
    }

    private Outcome run(int connections, int seconds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        Outcome all = new Outcome();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                running.add(clients.submit(() -> client(first, end)));
            }
            for (Future<Outcome> each : running) {
                all.add(each.get());
            }
        }
        return all;
    }

    private Outcome client(int first, long end) {
        Outcome outcome = new Outcome();
        for (int i = first; System.nanoTime() < end; ) {
            // A connection that the server closes is an error, and is replaced by another one.
            try (KeptConnection connection = new KeptConnection(address)) {
                for (; System.nanoTime() < end; i++) {
                    String path = PATHS.get(i % PATHS.size());
                    long start = System.nanoTime();
                    int status = connection.get(path);
                    if (status == OK) {
                        outcome.milliseconds
                                .computeIfAbsent(path, _ -> new ArrayList<>())
                                .add((System.nanoTime() - start) / 1e6);
                    } else {
                        outcome.errors.add("status " + status);
                    }
                }
            } catch (IOException e) {
                outcome.errors.add(e.toString());
            }
        }
        return outcome;
    }

    private static void print(Outcome outcome, int connections, int seconds) {
        System.out.printf("%n%d connections, %d s%n%n", connections, seconds);
        System.out.println("| request | answers per second | median | 99th percentile | longest |");
        System.out.println("|---|---|---|---|---|");
        List<Double> all = new ArrayList<>();
        outcome.milliseconds.forEach((path, durations) -> {
            print("`" + path + "`", durations, seconds);
            all.addAll(durations);
        });
        print("all", all, seconds);
        System.out.printf(
                "%nerrors: %d %s%n",
                outcome.errors.size(), outcome.errors.stream().distinct().toList());
    }

    private static void print(String name, List<Double> durations, int seconds) {
        List<Double> sorted = durations.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f ms | %.1f ms | %.0f ms |%n",
                    name,
                    sorted.size() / (double) seconds,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.99)),
                    sorted.getLast());
        }
    }
}
