package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.text.Suggestions;

/** Folders of stores, and which of them a user may have meant. */
public final class StoreFolder {
    private StoreFolder() {}

    /**
     * Checks that a folder exists.
     *
     * @throws StoreUnusable if it does not
     */
    static void requireExisting(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new StoreUnusable("%s: is a file; give the data folder as --data DIR".formatted(folder), null);
        }
        String advice = meant(folder)
                .map(other -> "did you mean --data %s?".formatted(other))
                .orElse("run `heatwatch demo` or `heatwatch backfill`, or give another --data DIR");
        throw new StoreUnusable("%s: there is no such folder; %s".formatted(folder, advice), null);
    }

    /** Changes whenever something is written to the table of a store. */
    public static String state(Path folder) {
        return StoreTable.state(folder);
    }

    /** A store in a folder that has none itself, which a user may have meant. */
    public static Optional<Path> inside(Path folder) {
        return StoreTable.isIn(folder)
                ? Optional.empty()
                : stores(folder).stream().findFirst();
    }

    /** The store that a mistyped folder may stand for. */
    private static Optional<Path> meant(Path folder) {
        List<String> beside = stores(folder.toAbsolutePath().resolveSibling("")).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .toList();
        return Suggestions.nearest(String.valueOf(folder.getFileName()), beside).map(folder::resolveSibling);
    }

    private static List<Path> stores(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(StoreTable::isIn)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
