package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.files.TextFile;

/** The site that commands use if none is selected and a store has several, kept in a file. */
record DefaultSite(Path file) {
    private static final int LARGEST_BYTES = 1000;

    Optional<String> id() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TextFile.read(file, LARGEST_BYTES).strip());
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be read: %s; check the disk and its permissions".formatted(file, FileProblem.of(e)), e);
        }
    }

    void set(String siteId) {
        try {
            Files.writeString(file, siteId + "\n");
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be written: %s; check the disk and its permissions".formatted(file, FileProblem.of(e)),
                    e);
        }
    }
}
