package org.heatwatch.gdal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The GDAL library this process uses: found and loaded at first need, once.
 *
 * <p>Looked for in this order: the path in system property {@code heatwatch.gdal.library} or environment variable
 * {@code HEATWATCH_GDAL_LIBRARY} (if set, nothing else is tried), the folder of a Lambda layer, the folder in system
 * property {@code heatwatch.natives}, the system's library folders.
 */
public final class NativeLibrary {
    /** Which of the places a library was found in. */
    public enum Source {
        EXPLICIT,
        LAMBDA_LAYER,
        PROJECT_NATIVES,
        SYSTEM
    }

    // The file system callbacks were checked against these versions, and new members only ever came at their end.
    private static final int OLDEST = versionNumber(3, 6);
    private static final int TOO_NEW = versionNumber(4, 0);

    private static final Set<Integer> MAGIC_NUMBERS = Set.of(0x7f454c46, 0xcffaedfe, 0xcafebabe);

    private static @Nullable NativeLibrary loaded;

    private final Source source;
    private final Path path;
    private final SymbolLookup symbols;
    private final int number;

    private NativeLibrary(Source source, Path path, SymbolLookup symbols, int number) {
        this.source = source;
        this.path = path;
        this.symbols = symbols;
        this.number = number;
    }

    /**
     * Loads the library unless it is loaded.
     *
     * @throws GdalException if there is none that can be used; says where it was looked for and what to do
     */
    public static synchronized NativeLibrary get() {
        if (loaded == null) {
            loaded = load(LibrarySearch.onThisMachine());
        }
        return loaded;
    }

    static NativeLibrary load(LibrarySearch search) {
        List<String> refused = new ArrayList<>();
        for (LibrarySearch.Candidate candidate : search.candidates()) {
            try {
                return load(candidate);
            } catch (GdalException e) {
                if (candidate.source() == Source.EXPLICIT) {
                    throw e;
                }
                refused.add(e.getMessage() + ". ");
            }
        }
        throw GdalException.of(
                "No GDAL library (3.6 or newer, below 4) can be used. " + String.join("", refused)
                        + "Run layers/gdal/fetch-natives and set -D" + LibrarySearch.NATIVES_PROPERTY
                        + " to its natives folder, or install GDAL (Debian: libgdal-dev, Fedora: gdal-libs, Homebrew: gdal), or set "
                        + LibrarySearch.LIBRARY_VARIABLE + " to the path of libgdal",
                null);
    }

    private static NativeLibrary load(LibrarySearch.Candidate candidate) {
        Path file = candidate.file();
        String called = candidate.source() == Source.EXPLICIT
                ? "The GDAL library " + file + ", set by " + LibrarySearch.LIBRARY_PROPERTY + " or "
                        + LibrarySearch.LIBRARY_VARIABLE + ","
                : file.toString();
        if (!Files.isRegularFile(file)) {
            throw GdalException.of(called + " is not a file", null);
        }
        if (!isLibrary(file)) {
            throw GdalException.of(called + " is not a library", null);
        }
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
            int number = versionOf(symbols);
            requireTested(called, number);
            return new NativeLibrary(candidate.source(), file, symbols, number);
        } catch (IllegalArgumentException e) {
            throw GdalException.of(
                    called + " cannot be loaded (another architecture, or a library it needs is missing)", e);
        }
    }

    /** Refuses a version whose file system callbacks may be others than those that were checked. */
    static void requireTested(String called, int number) {
        if (number < OLDEST || number >= TOO_NEW) {
            throw GdalException.of(
                    called + " is GDAL " + versionText(number) + ", but 3.6 or newer and below 4 is needed", null);
        }
    }

    /** Whether a file begins as ELF or Mach-O ones do; the JVM complains on its own about others. */
    private static boolean isLibrary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4
                    && MAGIC_NUMBERS.contains(ByteBuffer.wrap(first).getInt());
        } catch (IOException e) {
            return false;
        }
    }

    private static int versionOf(SymbolLookup symbols) {
        MethodHandle versionInfo = Linker.nativeLinker()
                .downcallHandle(
                        symbols.find("GDALVersionInfo")
                                .orElseThrow(() -> new IllegalArgumentException("no function GDALVersionInfo")),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = (MemorySegment) versionInfo.invokeExact(arena.allocateFrom("VERSION_NUM"));
            return Integer.parseInt(text.reinterpret(Long.MAX_VALUE).getString(0));
        } catch (Throwable e) {
            throw new IllegalArgumentException("GDALVersionInfo did not tell a version", e);
        }
    }

    private static int versionNumber(int major, int minor) {
        return major * 1_000_000 + minor * 10_000;
    }

    private static String versionText(int number) {
        return number / 1_000_000 + "." + number / 10_000 % 100 + "." + number / 100 % 100;
    }

    /** Where it was found. */
    public Source source() {
        return source;
    }

    /** The file it was loaded from. */
    public Path path() {
        return path;
    }

    /** GDAL's version, such as {@code 3.12.4}. */
    public String version() {
        return versionText(number);
    }

    boolean isAtLeast(int major, int minor) {
        return number >= versionNumber(major, minor);
    }

    SymbolLookup symbols() {
        return symbols;
    }

    @Override
    public String toString() {
        return "GDAL " + version() + " from " + path + " (" + source + ")";
    }
}
