package org.heatwatch.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** The deployment package of a function. */
    static Path zip(String function) {
        return file("functions/%s/target/%s.zip".formatted(function, function));
    }

    /** The unpacked layer, the content of {@code /opt} on Lambda. */
    static Path layer() {
        return file("layers/gdal/target/layer-x86_64");
    }
}
