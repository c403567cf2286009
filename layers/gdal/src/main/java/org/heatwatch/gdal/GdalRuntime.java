package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;

/** Initialises GDAL once, before the first call. */
final class GdalRuntime {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            // Neither read nor write sidecar files.
            Map.entry("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"),
            Map.entry("GDAL_PAM_ENABLED", "NO"),
            // If a window has more compressed bytes than this, GDAL reads its tiles one by one.
            Map.entry("GDAL_MAX_RAW_BLOCK_CACHE_SIZE", "104857600"),
            // Megabytes of decompressed tiles; the default is a share of the memory of the machine.
            Map.entry("GDAL_CACHEMAX", "64"),
            // Geotransforms refer to the outer edge of a pixel, even if the file defines pixels as points.
            Map.entry("GTIFF_POINT_GEO_IGNORE", "NO"),
            // GDAL's own network access is not used. As a precaution it finds neither credentials nor a metadata
            // service.
            Map.entry("AWS_NO_SIGN_REQUEST", "YES"),
            Map.entry("CPL_AWS_EC2_API_ROOT_URL", "http://127.0.0.1:9"),
            Map.entry("CPL_AWS_CREDENTIALS_FILE", "/dev/null"),
            Map.entry("AWS_CONFIG_FILE", "/dev/null"));

    private static final List<String> DRIVERS = List.of("GTiff", "MEM", "PNG");

    private static volatile boolean started;

    private GdalRuntime() {}

    static void ensureStarted() {
        if (!started) {
            start();
        }
    }

    private static synchronized void start() {
        if (started) {
            return;
        }
        NativeLibrary library = NativeLibrary.get();
        try (Arena arena = Arena.ofConfined()) {
            setErrorHandler();
            MethodHandle setOption = Gdal.nothing("CPLSetConfigOption", ADDRESS, ADDRESS);
            for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
                setOption.invokeExact(arena.allocateFrom(option.getKey()), arena.allocateFrom(option.getValue()));
            }
            for (String driver : DRIVERS) {
                Gdal.nothing("GDALRegister_" + driver).invokeExact();
            }
            JavaFileSystem.install(library);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("native calls throw no checked exceptions", e);
        }
        started = true;
    }

    private static void setErrorHandler() throws Throwable {
        FunctionDescriptor descriptor = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, ADDRESS);
        MethodHandle target =
                MethodHandles.lookup().findStatic(GdalRuntime.class, "onMessage", descriptor.toMethodType());
        MemorySegment handler = Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
        MemorySegment previous =
                (MemorySegment) Gdal.pointer("CPLSetErrorHandler", ADDRESS).invokeExact(handler);
        assert previous != null;
    }

    /** Called by GDAL. Must not throw, because an exception in an upcall terminates the JVM. */
    static void onMessage(int severity, int number, MemorySegment text) {
        try {
            String message = Gdal.string(text);
            GdalCall.onMessage(GdalException.Severity.of(severity), number, message == null ? "" : message);
        } catch (Throwable e) {
            // The message is lost, but the caller still sees GDAL's return code.
        }
    }
}
