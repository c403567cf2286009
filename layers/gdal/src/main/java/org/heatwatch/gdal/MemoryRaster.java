package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A raster that is built in memory and then encoded. Pixels are initially 0; bands are numbered from 1.
 *
 * <p>Methods throw the same exceptions as those of {@link RasterDataset}.
 */
public final class MemoryRaster implements AutoCloseable {
    private static final Map<String, String> GEOTIFF_OPTIONS = Map.of(
            "TILED", "YES", "BLOCKXSIZE", "256", "BLOCKYSIZE", "256", "COMPRESS", "DEFLATE", "INTERLEAVE", "BAND");

    private static final AtomicLong NEXT_FILE = new AtomicLong();

    private final DatasetHandle handle;
    private final int width;
    private final int height;
    private final int bandCount;
    private final DataType type;

    private MemoryRaster(DatasetHandle handle, int width, int height, int bandCount, DataType type) {
        this.handle = handle;
        this.width = width;
        this.height = height;
        this.bandCount = bandCount;
        this.type = type;
    }

    /** Creates a raster with one or more bands of the same type. */
    public static MemoryRaster create(int width, int height, int bandCount, DataType type) {
        if (width < 1 || height < 1 || bandCount < 1) {
            throw new IllegalArgumentException(
                    "invalid raster: " + width + "x" + height + " pixels, " + bandCount + " bands");
        }
        String name = "an in-memory raster";
        MemorySegment created = GdalCall.run("creating " + name, null, call -> {
            MemorySegment driver = driver(call, "MEM");
            return call.closedOnFailure(call.present((MemorySegment) Gdal.CREATE.invokeExact(
                    driver, call.text(""), width, height, bandCount, type.code(), MemorySegment.NULL)));
        });
        return new MemoryRaster(new DatasetHandle(name, created, null), width, height, bandCount, type);
    }

    private static MemorySegment driver(GdalCall call, String name) throws Throwable {
        return call.present((MemorySegment) Gdal.GET_DRIVER_BY_NAME.invokeExact(call.text(name)));
    }

    /** Sets the geotransform. */
    public MemoryRaster geoTransform(GeoTransform t) {
        return set("the geotransform", (call, dataset) -> (int) Gdal.SET_GEO_TRANSFORM.invokeExact(
                dataset,
                call.arena()
                        .allocateFrom(
                                JAVA_DOUBLE,
                                t.left(),
                                t.xPerColumn(),
                                t.xPerRow(),
                                t.top(),
                                t.yPerColumn(),
                                t.yPerRow())));
    }

    /** Sets the coordinate reference system by its EPSG code. */
    public MemoryRaster epsg(int code) {
        return set("EPSG:" + code, (call, dataset) ->
                (int) Gdal.SET_PROJECTION.invokeExact(dataset, call.text("EPSG:" + code)));
    }

    /** Sets the no-data value of all bands; a GeoTIFF has only one. */
    public MemoryRaster noData(double value) {
        if (!type.holds(value)) {
            throw new IllegalArgumentException(value + " cannot be a pixel of type " + type);
        }
        for (int band = 1; band <= bandCount; band++) {
            onBand(band, "no data", (call, pointer) -> (int) Gdal.SET_NO_DATA.invokeExact(pointer, value));
        }
        return this;
    }

    /** Adds an item to the metadata of the default domain. */
    public MemoryRaster metadata(String key, String value) {
        if (key.isEmpty() || key.indexOf('=') >= 0) {
            throw new IllegalArgumentException("invalid metadata key: " + key);
        }
        return set("metadata", (call, dataset) -> (int)
                Gdal.SET_METADATA_ITEM.invokeExact(dataset, call.text(key), call.text(value), MemorySegment.NULL));
    }

    /** Sets the conversion of a band's pixel values to physical values: times the scale, plus the offset. */
    public MemoryRaster scale(int band, double scale, double offset) {
        onBand(band, "the scale", (call, pointer) -> (int) Gdal.SET_SCALE.invokeExact(pointer, scale));
        return onBand(band, "the offset", (call, pointer) -> (int) Gdal.SET_OFFSET.invokeExact(pointer, offset));
    }

    /** Sets the description of a band. */
    public MemoryRaster description(int band, String text) {
        return onBand(band, "the description", (call, pointer) -> {
            Gdal.SET_DESCRIPTION.invokeExact(pointer, call.text(text));
            return 0;
        });
    }

    /**
     * Writes pixels, row by row.
     *
     * @throws IllegalArgumentException if their number differs from that of the window, or a value does not fit the
     *     type of the raster, which GDAL would silently clamp
     */
    public MemoryRaster write(int band, Window window, int... pixels) {
        for (int pixel : pixels) {
            if (!type.holds(pixel)) {
                throw new IllegalArgumentException(pixel + " cannot be a pixel of type " + type);
            }
        }
        return write(
                band,
                window,
                pixels.length,
                DataType.INT32,
                call -> call.arena().allocateFrom(JAVA_INT, pixels));
    }

    /**
     * Writes floating-point pixels, row by row; NaN is allowed.
     *
     * @throws IllegalArgumentException if their number differs from that of the window, or the pixels of this raster
     *     are integers
     */
    public MemoryRaster write(int band, Window window, float[] pixels) {
        if (type.isInteger()) {
            throw new IllegalArgumentException("pixels of type " + type + " are integers");
        }
        return write(
                band,
                window,
                pixels.length,
                DataType.FLOAT32,
                call -> call.arena().allocateFrom(JAVA_FLOAT, pixels));
    }

    private MemoryRaster write(
            int band, Window window, int count, DataType buffer, Function<GdalCall, MemorySegment> pixels) {
        if (count != window.pixels()) {
            throw new IllegalArgumentException(count + " pixels for a window of " + window);
        }
        return onBand(band, window.toString(), (call, pointer) -> (int) Gdal.RASTER_IO.invokeExact(
                pointer,
                Gdal.WRITE,
                window.column(),
                window.row(),
                window.width(),
                window.height(),
                pixels.apply(call),
                window.width(),
                window.height(),
                buffer.code(),
                0,
                0));
    }

    /** The window that covers the raster. */
    public Window all() {
        return new Window(0, 0, width, height);
    }

    /** Encodes the raster as a GeoTIFF with tiles of 256 pixels, compressed with DEFLATE. */
    public byte[] toGeoTiff() {
        return toGeoTiff(Map.of());
    }

    /**
     * Encodes the raster as a GeoTIFF.
     *
     * @param options creation options of GDAL, which override those of {@link #toGeoTiff()}
     * @throws GdalException if GDAL does not support an option or its value
     */
    public byte[] toGeoTiff(Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>(GEOTIFF_OPTIONS);
        all.put("PREDICTOR", type.isInteger() ? "2" : "3");
        all.putAll(options);
        return encode(all);
    }

    private byte[] encode(Map<String, String> options) {
        String file = "/vsimem/heatwatch/" + NEXT_FILE.incrementAndGet() + ".tif";
        return handle.call("encoding as GTiff", (call, dataset) -> {
            MemorySegment path = call.text(file);
            MemorySegment driver = driver(call, "GTiff");
            call.rejectUnsupportedOptions();
            try {
                MemorySegment copy = call.present((MemorySegment) Gdal.CREATE_COPY.invokeExact(
                        driver, path, dataset, 0, call.options(options), MemorySegment.NULL, MemorySegment.NULL));
                Gdal.CLOSE.invokeExact(copy);
                return copyBytes(call, path);
            } finally {
                GdalCall.unlink(path);
            }
        });
    }

    /** Copies the bytes of an in-memory file. */
    private static byte[] copyBytes(GdalCall call, MemorySegment path) throws Throwable {
        MemorySegment length = call.arena().allocate(JAVA_LONG);
        int keepOwnership = 0;
        MemorySegment bytes =
                call.present((MemorySegment) Gdal.GET_MEM_FILE_BUFFER.invokeExact(path, length, keepOwnership));
        return bytes.reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    }

    private interface Setter {
        int set(GdalCall call, MemorySegment target) throws Throwable;
    }

    private MemoryRaster set(String what, Setter setter) {
        handle.call("setting " + what + " of", (call, dataset) -> {
            call.check(setter.set(call, dataset));
            return true;
        });
        return this;
    }

    private MemoryRaster onBand(int number, String what, Setter setter) {
        if (number < 1 || number > bandCount) {
            throw new IllegalArgumentException("bands are 1 to " + bandCount + ", not " + number);
        }
        return set(
                what + " of band " + number,
                (call, dataset) -> setter.set(
                        call, call.present((MemorySegment) Gdal.GET_RASTER_BAND.invokeExact(dataset, number))));
    }

    /** Releases the memory. Has no effect if already closed. */
    @Override
    public void close() {
        handle.close();
    }
}
