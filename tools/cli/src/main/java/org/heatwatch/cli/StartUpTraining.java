package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands on simulated scenes in one process, whose loaded classes the launcher keeps in a cache (JDK Enhancement
 * Proposal 514), so that these commands start faster.
 */
final class StartUpTraining {
    private static final String FROM = "2025-01-01";
    private static final String TO = "2025-02-15";

    private StartUpTraining() {}

    /**
     * Runs the commands, and exits with 1 if one of them fails.
     *
     * @param arguments a site definition and an empty folder to write to
     */
    static void main(String[] arguments) {
        int code = 1;
        try {
            train(arguments[0], Path.of(arguments[1]));
            code = 0;
        } catch (IOException | RuntimeException e) {
            System.err.println(e);
        } finally {
            // Threads of the store continue after the commands.
            System.exit(code);
        }
    }

    private static void train(String site, Path folder) throws IOException {
        String trial = folder.resolve("trial").toString();
        String data = folder.resolve("data").toString();
        run("--version");
        run("sites", "check", site);
        run("simulate", site, "-o", trial, "--from", FROM, "--to", TO);
        String bucket = Path.of(trial, "bucket").toString();
        for (Path product : products(Path.of(bucket))) {
            run("score", product.toString(), "--site", site);
        }
        run("backfill", "--archive", bucket, "--site", site, "--data", data, "--yes");
        for (String command : List.of("history", "scenes", "hotspots", "alerts")) {
            run(command, "--data", data);
        }
        run("export", "--format", "csv", "--data", data);
    }

    private static List<Path> products(Path bucket) throws IOException {
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(file -> file.toString().endsWith("_MTL.txt"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static void run(String... command) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = HeatWatch.run(new PrintWriter(Writer.nullWriter()), err, command);
        if (code != 0) {
            throw new IllegalStateException("%s: exit code %d".formatted(String.join(" ", command), code));
        }
    }
}
