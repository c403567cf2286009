package org.heatwatch.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs a function's package in Lambda's Runtime Interface Emulator, with the JDK of this machine and the default flags
 * of Lambda. The function inherits no environment variables, and has only the libraries of its package.
 */
final class Emulator implements AutoCloseable {
    private static final Pattern INITIALISED = Pattern.compile("INIT REPORT\\(durationMs: ([0-9.]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> LAMBDAS_OWN =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

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
        Process asked = new ProcessBuilder(
                        Repository.file("tools/stack/checks/check").toString(), "--emulator")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String path = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return asked.waitFor() == 0 ? Optional.of(Path.of(path)) : Optional.empty();
    }

    /**
     * @param zip the package
     * @param folder folder for the unpacked package
     */
    static Emulator start(
            Path program,
            Path zip,
            String function,
            String handler,
            int megabytes,
            Map<String, String> variables,
            Path folder)
            throws IOException {
        Path unpacked = unpack(zip, folder.resolve(function));
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--log-level",
                "info",
                "--runtime-interface-emulator-address",
                "127.0.0.1:" + port,
                "--runtime-api-address",
                "127.0.0.1:" + freePort(),
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + megabytes * 85 / 100 + "m"));
        command.addAll(LAMBDAS_OWN);
        command.addAll(List.of(
                "-cp",
                unpacked.resolve("lib") + "/*:" + lambdasJars(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        Path log = folder.resolve(function + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(variables);
        environment.put("_HANDLER", handler);
        environment.put("LAMBDA_TASK_ROOT", unpacked.toString());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function);
        environment.put("AWS_LAMBDA_FUNCTION_TIMEOUT", "120");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(megabytes));
        return new Emulator(builder.start(), port, log);
    }

    /** The Java libraries that Lambda provides. */
    private static String lambdasJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .collect(Collectors.joining(":"));
    }

    private static Path unpack(Path zip, Path to) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                Path target = to.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream bytes = file.getInputStream(entry)) {
                    Files.copy(bytes, target);
                }
            }
        }
        return to;
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

    private ProcessHandle java() throws IOException {
        String ended = "the function has ended:\n" + log();
        return process.descendants().findFirst().orElseThrow(() -> new IllegalStateException(ended));
    }

    /** Milliseconds of processor time that the function has used, with its compiler and its garbage collector. */
    double processorTime() throws IOException {
        return java().info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Files that the function has mapped into memory. */
    List<String> mappedFiles() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + java().pid() + "/maps")).stream()
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
