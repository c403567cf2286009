package org.heatwatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One run of the demonstration for all tests that look at what it leaves. It takes about two minutes; whoever works on what
 * only reads it may name the folder of an earlier run by {@code -Dheatwatch.demo}.
 */
final class SharedDemo {
    private static final SharedDemo INSTANCE = new SharedDemo();

    private final Path data;
    private final CommandLineRun run;

    private SharedDemo() {
        String earlier = System.getProperty("heatwatch.demo");
        if (earlier != null) {
            data = Path.of(earlier);
            run = new CommandLineRun(0, "", "");
            return;
        }
        try {
            data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run = CommandLineRun.of("demo", "--data", data);
    }

    static SharedDemo get() {
        return INSTANCE;
    }

    CommandLineRun run() {
        return run;
    }

    /** The folder of its store. */
    Path store() {
        return data.resolve("demo");
    }
}
