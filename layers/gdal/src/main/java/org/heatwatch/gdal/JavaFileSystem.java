package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A virtual file system of GDAL whose files are {@link ByteSource}s: {@code /vsiheatwatch/<number>/<file name>}.
 *
 * <p>The callbacks are called by native code. They must not throw, because an exception in an upcall terminates the
 * JVM. They store it in the {@link OpenSource} for the caller of GDAL and return an error code.
 */
final class JavaFileSystem {
    private static final String PREFIX = "/vsiheatwatch/";

    // Offsets in VSIFilesystemPluginCallbacksStruct. Two members are deliberately unset: stat, because the layout of
    // its argument differs between architectures, and unlink, because GDAL would call POSIX unlink on the rest of the
    // path.
    private static final long OPEN = 56;
    private static final long TELL = 64;
    private static final long SEEK = 72;
    private static final long READ = 80;
    private static final long READ_MULTI_RANGE = 88;
    private static final long EOF = 104;
    private static final long CLOSE = 136;
    private static final long BUFFER_SIZE = 144;
    private static final long SIZE_BEFORE_3_10 = 168;
    private static final long ERROR = 176;
    private static final long CLEAR_ERROR = 184;
    private static final long SIZE_SINCE_3_10 = 192;

    private static final Map<Long, OpenSource> SOURCES = new ConcurrentHashMap<>();
    private static final Map<Long, OpenFile> FILES = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong(1);

    /** A source opened by GDAL. Its C file handle is a key of {@link #FILES}, not an address. */
    private static final class OpenFile {
        final OpenSource source;
        long position;
        boolean atEnd;

        OpenFile(OpenSource source) {
            this.source = source;
        }
    }

    private JavaFileSystem() {}

    /** Gives a source a path that GDAL can open until the source is {@linkplain #remove removed}. */
    static OpenSource add(ByteSource source) throws IOException {
        long number = NEXT.getAndIncrement();
        String name = source.name();
        String file = name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        OpenSource added = OpenSource.of(source, PREFIX + number + "/" + (file.isEmpty() ? "raster" : file));
        SOURCES.put(number, added);
        return added;
    }

    static void remove(OpenSource source) {
        SOURCES.values().remove(source);
    }

    /** Number of open sources and files; 0 when all datasets are closed. */
    static int openCount() {
        return SOURCES.size() + FILES.size();
    }

    static void install(NativeLibrary library) throws Throwable {
        MemorySegment callbacks = (MemorySegment)
                Gdal.pointer("VSIAllocFilesystemPluginCallbacksStruct").invokeExact();
        boolean hasErrors = library.isAtLeast(3, 10);
        MemorySegment slots = callbacks.reinterpret(hasErrors ? SIZE_SINCE_3_10 : SIZE_BEFORE_3_10);
        slots.set(ADDRESS, OPEN, callback("open", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS)));
        slots.set(ADDRESS, TELL, callback("tell", FunctionDescriptor.of(JAVA_LONG, ADDRESS)));
        slots.set(ADDRESS, SEEK, callback("seek", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)));
        slots.set(
                ADDRESS,
                READ,
                callback("read", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG)));
        slots.set(
                ADDRESS,
                READ_MULTI_RANGE,
                callback(
                        "readMultiRange",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS)));
        slots.set(ADDRESS, EOF, callback("eof", FunctionDescriptor.of(JAVA_INT, ADDRESS)));
        slots.set(ADDRESS, CLOSE, callback("close", FunctionDescriptor.of(JAVA_INT, ADDRESS)));
        if (hasErrors) {
            slots.set(ADDRESS, ERROR, callback("error", FunctionDescriptor.of(JAVA_INT, ADDRESS)));
            slots.set(ADDRESS, CLEAR_ERROR, callback("clearError", FunctionDescriptor.ofVoid(ADDRESS)));
        }
        // With a buffer of its own, GDAL would fetch tiles twice.
        slots.set(JAVA_LONG, BUFFER_SIZE, 0L);
        // GDAL copies the callbacks but keeps the pointer to the prefix.
        MemorySegment prefix = Arena.global().allocateFrom(PREFIX);
        int code =
                (int) Gdal.integer("VSIInstallPluginHandler", ADDRESS, ADDRESS).invokeExact(prefix, callbacks);
        Gdal.nothing("VSIFreeFilesystemPluginCallbacksStruct", ADDRESS).invokeExact(callbacks);
        if (code != 0) {
            throw new IllegalStateException("GDAL refused the file system callbacks: " + code);
        }
    }

    private static MemorySegment callback(String method, FunctionDescriptor descriptor)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle target =
                MethodHandles.lookup().findStatic(JavaFileSystem.class, method, descriptor.toMethodType());
        return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
    }

    static MemorySegment open(MemorySegment userData, MemorySegment name, MemorySegment access) {
        try {
            String wanted = PREFIX + Gdal.string(name);
            String mode = String.valueOf(Gdal.string(access));
            int slash = wanted.indexOf('/', PREFIX.length());
            OpenSource source = slash < 0 ? null : SOURCES.get(Long.parseLong(wanted, PREFIX.length(), slash, 10));
            // Any other name under this number is that of a sidecar file, and there are none.
            if (source == null || source.failure() != null || !wanted.equals(source.path()) || !isReading(mode)) {
                return MemorySegment.NULL;
            }
            long handle = NEXT.getAndIncrement();
            FILES.put(handle, new OpenFile(source));
            return MemorySegment.ofAddress(handle);
        } catch (Throwable e) {
            return MemorySegment.NULL;
        }
    }

    private static boolean isReading(String mode) {
        return mode.startsWith("r") && !mode.contains("+");
    }

    private static OpenFile file(MemorySegment handle) {
        OpenFile file = FILES.get(handle.address());
        if (file == null) {
            throw new IllegalStateException("GDAL used a file after closing it");
        }
        return file;
    }

    static long tell(MemorySegment handle) {
        try {
            return file(handle).position;
        } catch (Throwable e) {
            return 0;
        }
    }

    static int seek(MemorySegment handle, long offset, int whence) {
        try {
            OpenFile file = file(handle);
            long from = whence == 0 ? 0 : whence == 1 ? file.position : file.source.size();
            long position = Math.addExact(from, offset);
            if (position < 0) {
                return -1;
            }
            file.position = position;
            file.atEnd = false;
            return 0;
        } catch (Throwable e) {
            return -1;
        }
    }

    /** Returns the number of complete items that were read. */
    static long read(MemorySegment handle, MemorySegment buffer, long itemSize, long count) {
        OpenFile file = FILES.get(handle.address());
        if (file == null || file.source.failure() != null) {
            return 0;
        }
        try {
            long wanted = Math.multiplyExact(itemSize, count);
            if (wanted == 0) {
                return 0;
            }
            int got = file.source.read(file.position, buffer.reinterpret(wanted));
            file.atEnd = got < wanted;
            file.position += got;
            return got / itemSize;
        } catch (Throwable e) {
            file.source.fail(e);
            return 0;
        }
    }

    /**
     * Returns 0 on success. After a failure GDAL retries the ranges one by one, which does not reach the source again.
     */
    static int readMultiRange(
            MemorySegment handle, int count, MemorySegment buffers, MemorySegment offsets, MemorySegment sizes) {
        OpenFile file = FILES.get(handle.address());
        if (file == null || file.source.failure() != null) {
            return -1;
        }
        try {
            long[] lengths = sizes.reinterpret(JAVA_LONG.byteSize() * count).toArray(JAVA_LONG);
            long[] positions = offsets.reinterpret(JAVA_LONG.byteSize() * count).toArray(JAVA_LONG);
            MemorySegment targets = buffers.reinterpret(ADDRESS.byteSize() * count);
            List<ByteSource.Range> ranges = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                if (lengths[i] > 0) {
                    ranges.add(new ByteSource.Range(
                            positions[i], targets.getAtIndex(ADDRESS, i).reinterpret(lengths[i])));
                }
            }
            file.source.readAll(ranges);
            return 0;
        } catch (Throwable e) {
            file.source.fail(e);
            return -1;
        }
    }

    static int eof(MemorySegment handle) {
        try {
            return file(handle).atEnd ? 1 : 0;
        } catch (Throwable e) {
            return 1;
        }
    }

    static int error(MemorySegment handle) {
        try {
            return file(handle).source.failure() != null ? 1 : 0;
        } catch (Throwable e) {
            return 1;
        }
    }

    static void clearError(MemorySegment handle) {
        try {
            file(handle).atEnd = false;
        } catch (Throwable e) {
            // A file that is not open has no error to clear.
        }
    }

    static int close(MemorySegment handle) {
        try {
            return FILES.remove(handle.address()) == null ? -1 : 0;
        } catch (Throwable e) {
            return -1;
        }
    }
}
