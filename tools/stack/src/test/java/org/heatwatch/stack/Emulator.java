package org.heatwatch.stack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a function in Lambda's Runtime Interface Emulator. The function inherits no environment variables. */
final class Emulator implements AutoCloseable {
    private static final Pattern INITIALISED = Pattern.compile("INIT REPORT\\(durationMs: ([0-9.]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;

    private Emulator(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Path of the emulator; empty if it cannot be installed. */
    static Optional<Path> program() throws IOException, InterruptedException {
        return Repository.output("tools/stack/checks/check", "--emulator").map(Path::of);
    }

    /** @param log receives what the emulator and the function write */
    static Emulator start(Path program, EmulatedFunction function, Path log) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--log-level",
                "info",
                "--runtime-interface-emulator-address",
                "127.0.0.1:" + port,
                "--runtime-api-address",
                "127.0.0.1:" + freePort()));
        command.addAll(function.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(function.variables());
        return new Emulator(builder.start(), port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Invokes the function and returns its response. */
    String invoke(String event) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/2015-03-31/functions/function/invocations".formatted(port));
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    return client.send(
                                    HttpRequest.newBuilder(address)
                                            .POST(HttpRequest.BodyPublishers.ofString(event))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
                } catch (ConnectException e) {
                    if (System.nanoTime() > end || !process.isAlive()) {
                        throw new IllegalStateException("the emulator does not listen:\n" + log(), e);
                    }
                    Thread.sleep(20);
                }
            }
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Milliseconds until the function requested its first event. */
    double initialisation() throws IOException {
        Matcher matcher = INITIALISED.matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException("the emulator reported no initialisation:\n" + log());
        }
        return Double.parseDouble(matcher.group(1));
    }

    private ProcessHandle function() throws IOException {
        String ended = "the function has ended:\n" + log();
        return process.descendants().findFirst().orElseThrow(() -> new IllegalStateException(ended));
    }

    /** Milliseconds of processor time that the function has used, with that of a compiler and a garbage collector. */
    double processorTime() throws IOException {
        return function().info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Largest resident memory of the function so far, in MB. */
    double peakMemory() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc/" + function().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(peak.replaceAll("\\D", "")) * 1024 / 1e6;
    }

    /** Files that the function has mapped into memory. */
    List<String> mappedFiles() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + function().pid() + "/maps")).stream()
                .filter(line -> line.contains("/"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
