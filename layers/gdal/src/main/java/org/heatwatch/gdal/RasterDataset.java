package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
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
 * A GeoTIFF opened for reading.
 *
 * <p>Bands are numbered from 1, columns and rows from 0. Every method throws {@link GdalException} if GDAL or the
 * source of the bytes fails, also where GDAL itself calls a partial read a success; {@link IllegalStateException} once
 * the dataset is closed, and on virtual threads, from which GDAL must not be called. Threads may share a dataset, but
 * then wait for each other: to read in parallel, open one each.
 */
public final class RasterDataset implements AutoCloseable {
    private static final String DRIVER = "GTiff";

    private final DatasetHandle handle;
    private final int width;
    private final int height;
    private final List<Band> bands;

    private RasterDataset(DatasetHandle handle) {
        this.handle = handle;
        this.width = handle.call("opening", (call, dataset) -> (int) Gdal.GET_RASTER_X_SIZE.invokeExact(dataset));
        this.height = handle.call("opening", (call, dataset) -> (int) Gdal.GET_RASTER_Y_SIZE.invokeExact(dataset));
        this.bands = handle.call("opening", RasterDataset::describeBands);
    }

    /** Opens a file of the local file system. Files beside it are not looked at. */
    public static RasterDataset open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw GdalException.ofSource("opening " + file, new NoSuchFileException(file.toString()));
        }
        return open(file.toString(), file.toAbsolutePath().toString(), null);
    }

    /** Opens a file that a source holds; reads its head first, then lets GDAL see it. */
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
            return new RasterDataset(handle);
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

    /** The name of the file or source. */
    public String name() {
        return handle.name();
    }

    public int width() {
        handle.requireOpen();
        return width;
    }

    public int height() {
        handle.requireOpen();
        return height;
    }

    public int bandCount() {
        handle.requireOpen();
        return bands.size();
    }

    /** What the file says about a band. */
    public Band band(int number) {
        handle.requireOpen();
        if (number < 1 || number > bands.size()) {
            throw new IllegalArgumentException(name() + " has bands 1 to " + bands.size() + ", not " + number);
        }
        return bands.get(number - 1);
    }

    /** The window of all pixels. */
    public Window all() {
        return new Window(0, 0, width(), height());
    }

    /** Where the pixels lie; fails if the file does not say. */
    public GeoTransform geoTransform() {
        return handle.call("reading the geotransform of", (call, dataset) -> {
            MemorySegment six = call.arena().allocate(JAVA_DOUBLE, 6);
            call.check((int) Gdal.GET_GEO_TRANSFORM.invokeExact(dataset, six));
            double[] t = six.toArray(JAVA_DOUBLE);
            try {
                return new GeoTransform(t[0], t[1], t[2], t[3], t[4], t[5]);
            } catch (IllegalArgumentException e) {
                throw GdalException.of(name() + " has " + e.getMessage(), e);
            }
        });
    }

    /** The EPSG code of the coordinate system, empty if there is none or it has no code. */
    public OptionalInt epsg() {
        return handle.call("reading the coordinate system of", (call, dataset) -> {
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

    /** The metadata of a domain, in the file's order; empty if there is no such domain. */
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

    /**
     * Reads pixels, row by row.
     *
     * @throws IllegalArgumentException if the band's pixels do not all fit an int
     */
    public int[] readInts(int number, Window window) {
        DataType type = band(number).type();
        if (!type.fitsInt()) {
            throw new IllegalArgumentException("pixels of type " + type + " in " + name() + " do not fit an int");
        }
        int pixels = window.pixels();
        return handle.call("reading " + window + " of band " + number + " of", (call, dataset) -> {
            MemorySegment buffer = call.arena().allocate(JAVA_INT, pixels);
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
                    DataType.INT32.code(),
                    0,
                    0));
            return buffer.toArray(JAVA_INT);
        });
    }

    /** Releases the file. Closing twice does nothing. */
    @Override
    public void close() {
        handle.close();
    }
}
