package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** The functions of GDAL's C API that this binding uses; constants are named after them. */
final class Gdal {
    static final int READ = 0;
    static final int WRITE = 1;
    static final int OPEN_RASTER = 0x02;
    static final int OPEN_VERBOSE = 0x40;

    static final MethodHandle OPEN_EX = pointer("GDALOpenEx", ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    // Returns a code only since 3.7. Errors reach the error handler in all versions.
    static final MethodHandle CLOSE = nothing("GDALClose", ADDRESS);
    static final MethodHandle GET_RASTER_X_SIZE = integer("GDALGetRasterXSize", ADDRESS);
    static final MethodHandle GET_RASTER_Y_SIZE = integer("GDALGetRasterYSize", ADDRESS);
    static final MethodHandle GET_RASTER_COUNT = integer("GDALGetRasterCount", ADDRESS);
    static final MethodHandle GET_RASTER_BAND = pointer("GDALGetRasterBand", ADDRESS, JAVA_INT);
    static final MethodHandle GET_RASTER_DATA_TYPE = integer("GDALGetRasterDataType", ADDRESS);
    static final MethodHandle RASTER_IO = integer(
            "GDALRasterIO",
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);

    static final MethodHandle GET_GEO_TRANSFORM = integer("GDALGetGeoTransform", ADDRESS, ADDRESS);
    static final MethodHandle SET_GEO_TRANSFORM = integer("GDALSetGeoTransform", ADDRESS, ADDRESS);
    static final MethodHandle GET_SPATIAL_REF = pointer("GDALGetSpatialRef", ADDRESS);
    static final MethodHandle SET_PROJECTION = integer("GDALSetProjection", ADDRESS, ADDRESS);
    static final MethodHandle GET_AUTHORITY_NAME = pointer("OSRGetAuthorityName", ADDRESS, ADDRESS);
    static final MethodHandle GET_AUTHORITY_CODE = pointer("OSRGetAuthorityCode", ADDRESS, ADDRESS);

    static final MethodHandle GET_METADATA = pointer("GDALGetMetadata", ADDRESS, ADDRESS);
    static final MethodHandle GET_METADATA_ITEM = pointer("GDALGetMetadataItem", ADDRESS, ADDRESS, ADDRESS);
    static final MethodHandle GET_BLOCK_SIZE = nothing("GDALGetBlockSize", ADDRESS, ADDRESS, ADDRESS);
    static final MethodHandle SET_METADATA_ITEM = integer("GDALSetMetadataItem", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    static final MethodHandle GET_DESCRIPTION = pointer("GDALGetDescription", ADDRESS);
    static final MethodHandle SET_DESCRIPTION = nothing("GDALSetDescription", ADDRESS, ADDRESS);
    static final MethodHandle GET_NO_DATA = real("GDALGetRasterNoDataValue", ADDRESS, ADDRESS);
    static final MethodHandle SET_NO_DATA = integer("GDALSetRasterNoDataValue", ADDRESS, JAVA_DOUBLE);
    static final MethodHandle GET_SCALE = real("GDALGetRasterScale", ADDRESS, ADDRESS);
    static final MethodHandle SET_SCALE = integer("GDALSetRasterScale", ADDRESS, JAVA_DOUBLE);
    static final MethodHandle GET_OFFSET = real("GDALGetRasterOffset", ADDRESS, ADDRESS);
    static final MethodHandle SET_OFFSET = integer("GDALSetRasterOffset", ADDRESS, JAVA_DOUBLE);

    static final MethodHandle GET_DRIVER_BY_NAME = pointer("GDALGetDriverByName", ADDRESS);
    static final MethodHandle CREATE =
            pointer("GDALCreate", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    static final MethodHandle CREATE_COPY =
            pointer("GDALCreateCopy", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);

    static final MethodHandle GET_MEM_FILE_BUFFER = pointer("VSIGetMemFileBuffer", ADDRESS, ADDRESS, JAVA_INT);
    static final MethodHandle VSI_UNLINK = integer("VSIUnlink", ADDRESS);

    private Gdal() {}

    static MethodHandle nothing(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.ofVoid(arguments));
    }

    static MethodHandle integer(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    static MethodHandle real(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(JAVA_DOUBLE, arguments));
    }

    static MethodHandle pointer(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(ADDRESS, arguments));
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        // Not Linker.Option.critical, because these functions call back into Java.
        return Linker.nativeLinker()
                .downcallHandle(NativeLibrary.get().symbols().findOrThrow(name), descriptor);
    }

    /** Reads a C string; null for the null pointer. */
    static @Nullable String string(MemorySegment pointer) {
        return isNull(pointer) ? null : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}
