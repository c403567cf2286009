package org.heatwatch.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of published files. It holds a list of them, by which a later run removes the files that it does not write
 * again; other files are never removed.
 */
public final class PublishedFolder {
    private static final String LIST = "published-files.txt";

    private final Path folder;
    private final Set<String> earlier;
    private final Map<String, Integer> written = new TreeMap<>();

    private PublishedFolder(Path folder, Collection<String> earlier) {
        this.folder = folder;
        this.earlier = new HashSet<>(earlier);
    }

    /**
     * Prepares a folder.
     *
     * @throws CommandFailure if it is not a folder, or has files but no list of them
     */
    public static PublishedFolder of(Path folder) {
        Path list = folder.resolve(LIST);
        try {
            if (Files.exists(list)) {
                return new PublishedFolder(folder, Files.readAllLines(list));
            }
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new CommandFailure(
                            "%s has files that publish did not write; give a new or an empty folder".formatted(folder));
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("%s is not a folder that can be written; give another".formatted(folder));
        }
        return new PublishedFolder(folder, List.of());
    }

    /** Writes a file. */
    public void write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.put(path, bytes.length);
    }

    /** Removes the files that an earlier run wrote and this one did not, and writes the list. */
    public void finish() throws IOException {
        for (String path : earlier) {
            Path file = folder.resolve(path).normalize();
            if (!written.containsKey(path) && file.startsWith(folder.normalize())) {
                Files.deleteIfExists(file);
            }
        }
        Files.write(folder.resolve(LIST), written.keySet());
    }

    /** Number of files written. */
    public int count() {
        return written.size();
    }

    /** Size of the files written, in bytes. */
    public long bytes() {
        return written.values().stream().mapToLong(Integer::longValue).sum();
    }
}
