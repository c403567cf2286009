package org.heatwatch.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of published files. It holds a list of them, by which a later run removes the files that it does not write
 * again; other files are never removed. The list names each file before it is written, so that a later run also
 * recognises the folder of an interrupted one.
 */
public final class PublishedFolder {
    private static final String LIST = "published-files.txt";

    private final Path folder;
    private final Set<String> listed;
    private final Map<String, Integer> written = new TreeMap<>();

    private PublishedFolder(Path folder, Collection<String> earlier) {
        this.folder = folder.toAbsolutePath().normalize();
        this.listed = new HashSet<>(earlier);
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
        Path file = file(path);
        try {
            if (listed.add(path)) {
                Files.writeString(
                        folder.resolve(LIST), path + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.put(path, bytes.length);
    }

    /** Removes the files that an earlier run wrote and this one did not, and writes the list. */
    public void finish() throws IOException {
        Set<Path> kept = written.keySet().stream().map(this::file).collect(Collectors.toSet());
        for (String path : listed) {
            Path file = file(path);
            // What is a folder now was made by somebody else.
            if (file.startsWith(folder)
                    && !kept.contains(file)
                    && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        }
        Files.write(folder.resolve(LIST), written.keySet());
    }

    private Path file(String path) {
        return folder.resolve(path).normalize();
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
