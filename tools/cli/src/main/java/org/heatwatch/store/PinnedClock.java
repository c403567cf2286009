package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.files.TextFile;

/** The day to which the clock of a store is pinned, kept in a file; without the file, the clock runs. */
record PinnedClock(Path file) {
    private static final int LARGEST_BYTES = 1000;

    Optional<LocalDate> day() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(TextFile.read(file, LARGEST_BYTES).strip()));
        } catch (DateTimeParseException e) {
            throw new StoreUnusable(
                    "%s: contains '%s', which is no date; write one such as 2025-11-04, or remove the file"
                            .formatted(file, e.getParsedString()),
                    e);
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be read: %s; check the disk and its permissions".formatted(file, FileProblem.of(e)), e);
        }
    }

    void pin(LocalDate day) {
        try {
            Files.writeString(file, day + "\n");
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be written: %s; check the disk and its permissions".formatted(file, FileProblem.of(e)),
                    e);
        }
    }
}
