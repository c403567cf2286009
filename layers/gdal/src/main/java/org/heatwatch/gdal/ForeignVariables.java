package org.heatwatch.gdal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Environment variables by which conda, QGIS and others point their own GDAL and PROJ to data files and plugins. Those
 * of another version break this library: with an older {@code proj.db}, no coordinate system is found.
 */
final class ForeignVariables {
    private static final List<String> NAMES =
            List.of("PROJ_DATA", "PROJ_LIB", "PROJ_NETWORK", "GDAL_DATA", "GDAL_DRIVER_PATH");

    private ForeignVariables() {}

    /** Removes the variables from the environment of the native libraries of this process. */
    static void remove() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("unsetenv").ifPresent(function -> {
            MethodHandle unset =
                    linker.downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            NAMES.forEach(name -> call(unset, name));
        });
    }

    private static void call(MethodHandle unset, String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(name);
            int _ = (int) unset.invokeExact(text);
        } catch (Throwable e) {
            throw new IllegalStateException("unsetenv cannot be called", e);
        }
    }
}
