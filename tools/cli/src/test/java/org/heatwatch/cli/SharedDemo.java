package org.heatwatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * One run of the demonstration for all tests that read its results. It takes some minutes; {@code -Dheatwatch.demo}
 * names the folder of an earlier run to use instead.
 *
 * <p>Only one process and one test class at a time can open a store, and test classes run concurrently: each works on a
 * {@link #copy} of its own.
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

    /** Copies the store, without the bucket that its scenes were read from, into an empty folder. */
    Path copy(Path folder) throws IOException {
        Path store = data.resolve("demo");
        Path bucket = store.resolve("bucket");
        Files.walkFileTree(store, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.equals(bucket)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(store.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, folder.resolve(store.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return folder;
    }
}
