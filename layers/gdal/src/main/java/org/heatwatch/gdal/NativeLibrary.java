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
 * The GDAL library of this process, loaded once on first use.
 *
 * <p>The library is searched for in this order: the path in system property {@code heatwatch.gdal.library} or
 * environment variable {@code HEATWATCH_GDAL_LIBRARY} (if set, nothing else is tried), the folder of a Lambda layer,
 * the folder in system property {@code heatwatch.natives}, the library folders of the system. Variables such as
 * {@code PROJ_DATA}, which other programs set for libraries of their own, do not reach it.
 */
public final class NativeLibrary {
    /** Kinds of places where a library can be found. */
    public enum Source {
        EXPLICIT,
        LAMBDA_LAYER,
        PROJECT_NATIVES,
        SYSTEM
    }

    // The offsets of the file system callbacks were verified for these versions; new members were only appended.
    private static final int MIN_VERSION = versionNumber(3, 6);
    private static final int MAX_VERSION_EXCLUSIVE = versionNumber(4, 0);

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
     * Returns the library, loading it on the first call.
     *
     * @throws GdalException if no usable library was found; the message lists the places and the remedies
     */
    public static synchronized NativeLibrary get() {
        if (loaded == null) {
            ForeignVariables.remove();
            loaded = load(LibrarySearch.onThisMachine());
        }
        return loaded;
    }

    static NativeLibrary load(LibrarySearch search) {
        List<String> rejections = new ArrayList<>();
        for (LibrarySearch.Candidate candidate : search.candidates()) {
            try {
                return load(candidate);
            } catch (GdalException e) {
                if (candidate.source() == Source.EXPLICIT) {
                    throw e;
                }
                rejections.add(e.getMessage() + ". ");
            }
        }
        throw GdalException.of(
                "No GDAL library (3.6 or newer, below 4) can be used. " + String.join("", rejections)
                        + "Run layers/gdal/fetch-natives and set -D" + LibrarySearch.NATIVES_PROPERTY
                        + " to its natives folder, or install GDAL"
                        + " (Debian: libgdal-dev, Fedora: gdal-libs, Homebrew: gdal), or set "
                        + LibrarySearch.LIBRARY_VARIABLE + " to the path of libgdal",
                null);
    }

    private static NativeLibrary load(LibrarySearch.Candidate candidate) {
        Path file = candidate.file();
        String description = candidate.source() == Source.EXPLICIT
                ? "The GDAL library " + file + ", set by " + LibrarySearch.LIBRARY_PROPERTY + " or "
                        + LibrarySearch.LIBRARY_VARIABLE + ","
                : file.toString();
        if (!Files.isRegularFile(file)) {
            throw GdalException.of(description + " is not a file", null);
        }
        if (!isLibrary(file)) {
            throw GdalException.of(description + " is not a library", null);
        }
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
            int number = versionOf(symbols);
            requireTested(description, number);
            return new NativeLibrary(candidate.source(), file, symbols, number);
        } catch (IllegalArgumentException e) {
            throw GdalException.of(
                    description + " cannot be loaded (another architecture, or a library it needs is missing)", e);
        }
    }

    /** Rejects versions for which the layout of the file system callbacks was not verified. */
    static void requireTested(String description, int number) {
        if (number < MIN_VERSION || number >= MAX_VERSION_EXCLUSIVE) {
            throw GdalException.of(
                    description + " is GDAL " + versionText(number) + ", but 3.6 or newer and below 4 is needed", null);
        }
    }

    /** Whether a file has the magic number of ELF or Mach-O; for other files the JVM would print warnings. */
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
            throw new IllegalArgumentException("GDALVersionInfo returned no version", e);
        }
    }

    private static int versionNumber(int major, int minor) {
        return major * 1_000_000 + minor * 10_000;
    }

    private static String versionText(int number) {
        return number / 1_000_000 + "." + number / 10_000 % 100 + "." + number / 100 % 100;
    }

    /** The kind of place where the library was found. */
    public Source source() {
        return source;
    }

    /** The file from which the library was loaded. */
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
