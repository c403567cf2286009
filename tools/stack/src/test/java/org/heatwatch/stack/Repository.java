package org.heatwatch.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of the project and of its build. */
final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("heatwatch.root", ".."));

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name).toAbsolutePath().normalize();
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a script of the project prints; empty if it fails. */
    static Optional<String> output(String script, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(file(script).toString()), Arrays.stream(arguments))
                                .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    }

    /** The deployment package of a function. */
    static Path zip(String function) {
        return file("functions/%s/target/%s.zip".formatted(function, function));
    }

    /** The unpacked layer, the content of {@code /opt} on Lambda. */
    static Path layer() {
        return file("layers/gdal/target/layer-x86_64");
    }
}
