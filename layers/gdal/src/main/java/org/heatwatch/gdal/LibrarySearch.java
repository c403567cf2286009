package org.heatwatch.gdal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches for GDAL libraries, in order of preference.
 *
 * @param explicit path of the library that was configured; if set, no other is considered
 * @param natives the project's folder of downloaded libraries
 * @param osName as in system property {@code os.name}
 * @param osArch as in system property {@code os.arch}
 * @param root the root of the file system
 */
record LibrarySearch(@Nullable String explicit, @Nullable String natives, String osName, String osArch, Path root) {
    static final String LIBRARY_PROPERTY = "heatwatch.gdal.library";
    static final String LIBRARY_VARIABLE = "HEATWATCH_GDAL_LIBRARY";
    static final String NATIVES_PROPERTY = "heatwatch.natives";

    private static final Pattern LIBRARY_FILE = Pattern.compile("libgdal[-0-9a-f]*(\\.so|\\.dylib|\\.\\d+)+");

    /** A library file and the kind of place where it was found. */
    record Candidate(NativeLibrary.Source source, Path file) {}

    static LibrarySearch onThisMachine() {
        String property = System.getProperty(LIBRARY_PROPERTY);
        return new LibrarySearch(
                property != null ? property : System.getenv(LIBRARY_VARIABLE),
                System.getProperty(NATIVES_PROPERTY),
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Path.of("/"));
    }

    /** Returns the library files to try, in order. */
    List<Candidate> candidates() {
        if (explicit != null) {
            return List.of(new Candidate(NativeLibrary.Source.EXPLICIT, Path.of(explicit)));
        }
        List<Candidate> found = new ArrayList<>();
        if (!isMac()) {
            add(found, NativeLibrary.Source.LAMBDA_LAYER, root.resolve("opt/lib"));
            if (natives != null) {
                add(found, NativeLibrary.Source.PROJECT_NATIVES, Path.of(natives, architecture(), "lib"));
            }
        }
        for (String folder : systemFolders()) {
            add(found, NativeLibrary.Source.SYSTEM, root.resolve(folder));
        }
        return List.copyOf(found);
    }

    private List<String> systemFolders() {
        return isMac()
                ? List.of("opt/homebrew/lib", "usr/local/lib")
                : List.of("usr/lib/" + architecture() + "-linux-gnu", "usr/lib64", "usr/local/lib", "usr/lib");
    }

    private static void add(List<Candidate> found, NativeLibrary.Source source, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file ->
                            LIBRARY_FILE.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .forEach(file -> found.add(new Candidate(source, file)));
        } catch (IOException e) {
            // The folder does not exist or is not readable.
        }
    }

    private boolean isMac() {
        return osName.startsWith("Mac");
    }

    private String architecture() {
        return osArch.equals("amd64") ? "x86_64" : osArch;
    }
}
