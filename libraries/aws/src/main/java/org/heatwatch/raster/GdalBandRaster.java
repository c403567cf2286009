package org.heatwatch.raster;

import java.io.EOFException;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.gdal.StoredBlock;
import org.heatwatch.gdal.Window;

/** A raster file of a product, opened with GDAL. Exceptions of the byte source are thrown unchanged. */
public final class GdalBandRaster implements BandRaster {
    private static final String ADVICE = "fetch the file again";

    private static final String DEFLATE = "DEFLATE";

    private final CheckedSource source;
    private final RasterDataset dataset;
    private final RasterGrid grid;

    private GdalBandRaster(CheckedSource source, RasterDataset dataset, RasterGrid grid) {
        this.source = source;
        this.dataset = dataset;
        this.grid = grid;
    }

    /**
     * Opens a file.
     *
     * @throws ProductUnreadable if it is not a GeoTIFF of whole numbers, is truncated, has no EPSG code, or is not
     *     north up
     */
    public static GdalBandRaster open(ByteSource bytes) {
        CheckedSource source = new CheckedSource(bytes);
        RasterDataset dataset = named(bytes.name(), () -> RasterDataset.open(source));
        try {
            return named(bytes.name(), () -> new GdalBandRaster(source, dataset, gridOf(dataset)));
        } catch (RuntimeException e) {
            dataset.close();
            throw e;
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
        int[] values = named(name(), () -> dataset.readInts(1, window));
        if (dataset.compression().filter(DEFLATE::equals).isPresent()) {
            named(name(), () -> dataset.blocks(1, window)).forEach(this::requireIntact);
        }
        return values;
    }

    private void requireIntact(StoredBlock block) {
        try {
            if (!source.isIntact(block)) {
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

    private static <T> T named(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (ArithmeticException | NegativeArraySizeException e) {
            throw new ProductUnreadable(name, "cannot be read as a GeoTIFF", ADVICE, e);
        } catch (IllegalArgumentException e) {
            throw new ProductUnreadable(name, "cannot be read: " + e.getMessage(), ADVICE, e);
        } catch (GdalException e) {
            if (e.getCause() instanceof EOFException) {
                throw new ProductUnreadable(name, "is truncated", ADVICE, e);
            }
            if (e.getCause() instanceof RuntimeException source) {
                throw source;
            }
            throw new ProductUnreadable(name, "cannot be read as a GeoTIFF", ADVICE, e);
        }
    }
}
