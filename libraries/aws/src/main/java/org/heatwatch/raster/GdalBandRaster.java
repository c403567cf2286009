package org.heatwatch.raster;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.NativeLibrary;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.gdal.StoredBlock;
import org.heatwatch.gdal.Window;

/** A raster file of a product, opened with GDAL. Exceptions of the byte source are thrown unchanged. */
public final class GdalBandRaster implements BandRaster {
    private static final String ADVICE = "fetch the file again";

    private static final String DEFLATE = "DEFLATE";

    private final CheckedSource source;
    private final TiffHeader header;
    private final RasterDataset dataset;
    private final RasterGrid grid;

    private GdalBandRaster(CheckedSource source, TiffHeader header, RasterDataset dataset, RasterGrid grid) {
        this.source = source;
        this.header = header;
        this.dataset = dataset;
        this.grid = grid;
    }

    /**
     * Opens a file.
     *
     * @throws ProductUnreadable if it is not a GeoTIFF of whole numbers, is not what a file of Landsat can be, is
     *     truncated, has no EPSG code, or is not north up
     * @throws SourceUnavailable if there is no GDAL library
     */
    public static GdalBandRaster open(ByteSource bytes) {
        CheckedSource source = new CheckedSource(bytes);
        TiffHeader header = header(source);
        LandsatLayout.require(bytes.name(), header);
        requireGdal();
        RasterDataset dataset = named(bytes.name(), () -> RasterDataset.open(source));
        try {
            return named(bytes.name(), () -> new GdalBandRaster(source, header, dataset, gridOf(dataset)));
        } catch (RuntimeException e) {
            dataset.close();
            throw e;
        }
    }

    private static TiffHeader header(CheckedSource source) {
        try {
            return TiffHeader.read(source);
        } catch (TiffHeader.NotTiff e) {
            throw new ProductUnreadable(source.name(), "cannot be read as a GeoTIFF: " + e.getMessage(), ADVICE, e);
        } catch (EOFException e) {
            throw new ProductUnreadable(source.name(), "is truncated", ADVICE, e);
        } catch (IOException e) {
            throw unavailable(source.name(), e);
        }
    }

    private static SourceUnavailable unavailable(String name, IOException e) {
        return new SourceUnavailable(
                name, "cannot be read (%s)".formatted(e), "check its permissions, and try again", e);
    }

    /** A machine without GDAL says nothing about a product. */
    private static void requireGdal() {
        try {
            NativeLibrary.get();
        } catch (GdalException e) {
            throw new SourceUnavailable("GDAL", String.valueOf(e.getMessage()), "run `heatwatch doctor`", e);
        }
    }

    static RasterGrid gridOf(RasterDataset dataset) {
        GeoTransform transform = dataset.geoTransform();
        OptionalInt epsg = dataset.epsg();
        boolean northUp = transform.xPerRow() == 0
                && transform.yPerColumn() == 0
                && transform.xPerColumn() > 0
                && transform.yPerRow() < 0;
        if (epsg.isEmpty() || !northUp) {
            throw new ProductUnreadable(
                    dataset.name(),
                    "is not georeferenced: it needs a projection with an EPSG code and north-up pixels",
                    ADVICE);
        }
        return new RasterGrid(
                dataset.width(),
                dataset.height(),
                transform.left(),
                transform.top(),
                transform.xPerColumn(),
                -transform.yPerRow(),
                epsg.getAsInt());
    }

    @Override
    public String name() {
        return dataset.name();
    }

    @Override
    public RasterGrid grid() {
        return grid;
    }

    @Override
    public int[] read(PixelRectangle rectangle) {
        Window window = new Window(rectangle.column(), rectangle.row(), rectangle.columns(), rectangle.rows());
        source.forget();
        List<StoredBlock> blocks = named(name(), () -> dataset.blocks(1, window));
        requireBudget(blocks);
        int[] values = named(name(), () -> dataset.readInts(1, window));
        if (dataset.compression().filter(DEFLATE::equals).isPresent()) {
            blocks.forEach(this::requireIntact);
        }
        return values;
    }

    /** Bytes of the pixels of a tile. */
    private long blockBytes() {
        return header.blockWidth() * header.blockHeight() * header.bits() / Byte.SIZE;
    }

    private void requireBudget(List<StoredBlock> blocks) {
        long stored = 0;
        for (StoredBlock block : blocks) {
            if (block.offset() < 0 || block.length() < 0 || block.length() > largestBlock()) {
                throw LandsatLayout.other(
                        name(),
                        "has a tile of %d bytes, expected at most %d".formatted(block.length(), largestBlock()));
            }
            stored += block.length();
        }
        long bytes = Math.max(stored, blocks.size() * blockBytes());
        if (bytes > LandsatLayout.BYTES_PER_READ) {
            throw LandsatLayout.other(
                    name(),
                    "needs %d bytes for the site, expected at most %d".formatted(bytes, LandsatLayout.BYTES_PER_READ));
        }
    }

    private long largestBlock() {
        return 2 * blockBytes() + LandsatLayout.COMPRESSION_ALLOWANCE;
    }

    private void requireIntact(StoredBlock block) {
        try {
            // Programs may store padding after the pixels of a tile.
            if (!source.isIntact(block, largestBlock())) {
                throw new ProductUnreadable(
                        name(),
                        "is damaged: the checksum of its block at byte %d is wrong".formatted(block.offset()),
                        ADVICE);
            }
        } catch (IOException e) {
            throw new ProductUnreadable(name(), "is truncated", ADVICE, e);
        }
    }

    @Override
    public void close() {
        dataset.close();
    }

    /** The boundary to GDAL: whatever it does with a file is an error of that file. */
    private static <T> T named(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (HeatWatchException e) {
            throw e;
        } catch (GdalException e) {
            throw switch (e.sourceFailure().orElse(null)) {
                case EOFException _ -> new ProductUnreadable(name, "is truncated", ADVICE, e);
                case IOException source -> unavailable(name, source);
                case RuntimeException source -> source;
                case null, default -> new ProductUnreadable(name, "cannot be read as a GeoTIFF", ADVICE, e);
            };
        } catch (RuntimeException e) {
            throw new ProductUnreadable(name, "cannot be read as a GeoTIFF (%s)".formatted(e.getMessage()), ADVICE, e);
        }
    }
}
