package org.heatwatch.raster;

import java.io.EOFException;
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
import org.heatwatch.gdal.Window;

/** A raster file of a product, opened with GDAL. Exceptions of the byte source are thrown unchanged. */
public final class GdalBandRaster implements BandRaster {
    private static final String ADVICE = "fetch the file again";

    private final RasterDataset dataset;
    private final RasterGrid grid;

    private GdalBandRaster(RasterDataset dataset, RasterGrid grid) {
        this.dataset = dataset;
        this.grid = grid;
    }

    /**
     * Opens a file.
     *
     * @throws ProductUnreadable if it is not a GeoTIFF, is truncated, has no EPSG code, or is not north up
     */
    public static GdalBandRaster open(ByteSource bytes) {
        RasterDataset dataset = named(bytes.name(), () -> RasterDataset.open(bytes));
        try {
            return named(bytes.name(), () -> new GdalBandRaster(dataset, gridOf(dataset)));
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
        return named(name(), () -> dataset.readInts(1, window));
    }

    @Override
    public void close() {
        dataset.close();
    }

    private static <T> T named(String name, Supplier<T> call) {
        try {
            return call.get();
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
