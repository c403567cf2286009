package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A GeoTIFF that is open for reading.
 *
 * <p>Bands are numbered from 1, columns and rows from 0. Every method throws {@link GdalException} if GDAL or the byte
 * source fails, including partial reads that GDAL reports as successful, and {@link IllegalStateException} if the
 * dataset is closed or the thread is virtual. Threads may share a dataset, but their calls are serialised: to read in
 * parallel, open a dataset for each thread.
 */
public final class RasterDataset implements AutoCloseable {
    private static final String DRIVER = "GTiff";

    private final DatasetHandle handle;
    private final int width;
    private final int height;
    private final List<Band> bands;

    private RasterDataset(DatasetHandle handle, int width, int height, List<Band> bands) {
        this.handle = handle;
        this.width = width;
        this.height = height;
        this.bands = bands;
    }

    private static RasterDataset of(DatasetHandle handle) {
        int width = handle.call("opening", (call, dataset) -> (int) Gdal.GET_RASTER_X_SIZE.invokeExact(dataset));
        int height = handle.call("opening", (call, dataset) -> (int) Gdal.GET_RASTER_Y_SIZE.invokeExact(dataset));
        return new RasterDataset(handle, width, height, handle.call("opening", RasterDataset::describeBands));
    }

    /** Opens a local file. Sidecar files are ignored. */
    public static RasterDataset open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw GdalException.ofSource("opening " + file, new NoSuchFileException(file.toString()));
        }
        return open(file.toString(), file.toAbsolutePath().toString(), null);
    }

    /** Opens a file that is read through a byte source. */
    public static RasterDataset open(ByteSource bytes) {
        String operation = "opening " + bytes.name();
        GdalCall.prepare(operation);
        OpenSource source;
        try {
            source = JavaFileSystem.add(bytes);
        } catch (Throwable e) {
            throw GdalException.ofSource(operation, e);
        }
        try {
            return open(bytes.name(), source.path(), source);
        } catch (Throwable e) {
            JavaFileSystem.remove(source);
            throw e;
        }
    }

    private static RasterDataset open(String name, String path, @Nullable OpenSource source) {
        MemorySegment opened = GdalCall.run("opening " + name, source, call -> {
            MemorySegment drivers = call.texts(List.of(DRIVER));
            return call.closedOnFailure(call.present((MemorySegment) Gdal.OPEN_EX.invokeExact(
                    call.text(path),
                    Gdal.OPEN_RASTER | Gdal.OPEN_VERBOSE,
                    drivers,
                    MemorySegment.NULL,
                    MemorySegment.NULL)));
        });
        DatasetHandle handle = new DatasetHandle(name, opened, source);
        try {
            return of(handle);
        } catch (Throwable e) {
            handle.close();
            throw e;
        }
    }

    private static List<Band> describeBands(GdalCall call, MemorySegment dataset) throws Throwable {
        int count = (int) Gdal.GET_RASTER_COUNT.invokeExact(dataset);
        List<Band> bands = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            MemorySegment band = band(call, dataset, number);
            MemorySegment present = call.arena().allocate(JAVA_INT);
            double noData = (double) Gdal.GET_NO_DATA.invokeExact(band, present);
            boolean hasNoData = present.get(JAVA_INT, 0) != 0;
            double scale = (double) Gdal.GET_SCALE.invokeExact(band, present);
            double offset = (double) Gdal.GET_OFFSET.invokeExact(band, present);
            String description = Gdal.string((MemorySegment) Gdal.GET_DESCRIPTION.invokeExact(band));
            bands.add(new Band(
                    DataType.of((int) Gdal.GET_RASTER_DATA_TYPE.invokeExact(band)),
                    hasNoData ? OptionalDouble.of(noData) : OptionalDouble.empty(),
                    scale,
                    offset,
                    Optional.ofNullable(description).filter(text -> !text.isEmpty())));
        }
        return List.copyOf(bands);
    }

    private static MemorySegment band(GdalCall call, MemorySegment dataset, int number) throws Throwable {
        return call.present((MemorySegment) Gdal.GET_RASTER_BAND.invokeExact(dataset, number));
    }

    /** Name of the file or byte source. */
    public String name() {
        return handle.name();
    }

    /** Width in pixels. */
    public int width() {
        handle.requireOpen();
        return width;
    }

    /** Height in pixels. */
    public int height() {
        handle.requireOpen();
        return height;
    }

    /** Number of bands. */
    public int bandCount() {
        handle.requireOpen();
        return bands.size();
    }

    /** Properties of a band, counted from 1. */
    public Band band(int number) {
        handle.requireOpen();
        if (number < 1 || number > bands.size()) {
            throw new IllegalArgumentException(name() + " has bands 1 to " + bands.size() + ", not " + number);
        }
        return bands.get(number - 1);
    }

    /** The window that covers the raster. */
    public Window all() {
        return new Window(0, 0, width(), height());
    }

    /** The geotransform; fails if the file has none. */
    public GeoTransform geoTransform() {
        return handle.call("reading the geotransform of", (call, dataset) -> {
            MemorySegment six = call.arena().allocate(JAVA_DOUBLE, 6);
            call.check((int) Gdal.GET_GEO_TRANSFORM.invokeExact(dataset, six));
            double[] values = six.toArray(JAVA_DOUBLE);
            try {
                return new GeoTransform(values[0], values[1], values[2], values[3], values[4], values[5]);
            } catch (IllegalArgumentException e) {
                throw GdalException.of(name() + " has " + e.getMessage(), e);
            }
        });
    }

    /** EPSG code of the coordinate reference system; empty if there is none or it has no code. */
    public OptionalInt epsg() {
        return handle.call("reading the coordinate reference system of", (call, dataset) -> {
            MemorySegment system = (MemorySegment) Gdal.GET_SPATIAL_REF.invokeExact(dataset);
            if (Gdal.isNull(system)) {
                return OptionalInt.empty();
            }
            MemorySegment whole = MemorySegment.NULL;
            String authority = Gdal.string((MemorySegment) Gdal.GET_AUTHORITY_NAME.invokeExact(system, whole));
            String code = Gdal.string((MemorySegment) Gdal.GET_AUTHORITY_CODE.invokeExact(system, whole));
            return "EPSG".equals(authority) && code != null
                    ? OptionalInt.of(Integer.parseInt(code))
                    : OptionalInt.empty();
        });
    }

    /** The metadata of the default domain. */
    public Map<String, String> metadata() {
        return metadata("");
    }

    /** The metadata of a domain, in the order of the file; empty if there is no such domain. */
    public Map<String, String> metadata(String domain) {
        return handle.call("reading the metadata of", (call, dataset) -> {
            MemorySegment list =
                    (MemorySegment) Gdal.GET_METADATA.invokeExact(dataset, call.text(domain.isEmpty() ? null : domain));
            Map<String, String> items = new LinkedHashMap<>();
            if (!Gdal.isNull(list)) {
                MemorySegment entries = list.reinterpret(Long.MAX_VALUE);
                String entry;
                for (int i = 0; (entry = Gdal.string(entries.getAtIndex(ADDRESS, i))) != null; i++) {
                    int equals = entry.indexOf('=');
                    items.put(entry.substring(0, Math.max(equals, 0)), entry.substring(equals + 1));
                }
            }
            return items;
        });
    }

    /** How the blocks are compressed, in GDAL's words such as {@code DEFLATE}; empty if they are not. */
    public Optional<String> compression() {
        return Optional.ofNullable(metadata("IMAGE_STRUCTURE").get("COMPRESSION"));
    }

    /** The stored blocks of a band, counted from 1, that a window touches; without those that are not in the file. */
    public List<StoredBlock> blocks(int number, Window window) {
        return handle.call("locating the blocks of", (call, dataset) -> {
            MemorySegment band = band(call, dataset, number);
            MemorySegment size = call.arena().allocate(JAVA_INT, 2);
            Gdal.GET_BLOCK_SIZE.invokeExact(band, size, size.asSlice(Integer.BYTES));
            int blockWidth = size.getAtIndex(JAVA_INT, 0);
            int blockHeight = size.getAtIndex(JAVA_INT, 1);
            List<StoredBlock> blocks = new ArrayList<>();
            for (int y = window.row() / blockHeight; y * blockHeight < window.row() + window.height(); y++) {
                for (int x = window.column() / blockWidth; x * blockWidth < window.column() + window.width(); x++) {
                    String offset = item(call, band, "BLOCK_OFFSET_" + x + "_" + y);
                    String length = item(call, band, "BLOCK_SIZE_" + x + "_" + y);
                    if (offset != null && length != null) {
                        blocks.add(new StoredBlock(Long.parseLong(offset), Integer.parseInt(length)));
                    }
                }
            }
            return List.copyOf(blocks);
        });
    }

    private static @Nullable String item(GdalCall call, MemorySegment band, String name) throws Throwable {
        return Gdal.string(
                (MemorySegment) Gdal.GET_METADATA_ITEM.invokeExact(band, call.text(name), call.text("TIFF")));
    }

    /**
     * Reads pixels, row by row.
     *
     * @throws IllegalArgumentException if the type of the band does not fit into an int
     */
    public int[] readInts(int number, Window window) {
        DataType type = band(number).type();
        if (!type.fitsInt()) {
            throw new IllegalArgumentException("pixels of type " + type + " in " + name() + " do not fit into an int");
        }
        return handle.call("reading " + window + " of band " + number + " of", (call, dataset) -> {
            MemorySegment buffer = call.arena().allocate(JAVA_INT, window.pixels());
            read(call, dataset, number, window, buffer, DataType.INT32);
            return buffer.toArray(JAVA_INT);
        });
    }

    /** Reads pixels as floating-point numbers, row by row. */
    public float[] readFloats(int number, Window window) {
        return handle.call("reading " + window + " of band " + number + " of", (call, dataset) -> {
            MemorySegment buffer = call.arena().allocate(JAVA_FLOAT, window.pixels());
            read(call, dataset, number, window, buffer, DataType.FLOAT32);
            return buffer.toArray(JAVA_FLOAT);
        });
    }

    private static void read(
            GdalCall call, MemorySegment dataset, int number, Window window, MemorySegment buffer, DataType type)
            throws Throwable {
        call.check((int) Gdal.RASTER_IO.invokeExact(
                band(call, dataset, number),
                Gdal.READ,
                window.column(),
                window.row(),
                window.width(),
                window.height(),
                buffer,
                window.width(),
                window.height(),
                type.code(),
                0,
                0));
    }

    /** Releases the file. Has no effect if already closed. */
    @Override
    public void close() {
        handle.close();
    }
}
