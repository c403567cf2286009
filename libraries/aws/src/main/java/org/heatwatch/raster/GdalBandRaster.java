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

/** A raster file of a product, open in GDAL. What the bytes' own source throws passes through unchanged. */
public final class GdalBandRaster implements BandRaster {
    private static final String ADVICE = "fetch the file again";

    private final RasterDataset dataset;
    private final RasterGrid grid;

    private GdalBandRaster(RasterDataset dataset) {
        this.dataset = dataset;
        this.grid = gridOf(dataset);
    }

    /**
     * Opens a file.
     *
     * @throws ProductUnreadable if it is no GeoTIFF, is cut short, or does not lie north up on a map
     */
    public static GdalBandRaster open(ByteSource bytes) {
        RasterDataset dataset = named(bytes.name(), () -> RasterDataset.open(bytes));
        try {
            return named(bytes.name(), () -> new GdalBandRaster(dataset));
        } catch (RuntimeException e) {
            dataset.close();
            throw e;
        }
    }

    static RasterGrid gridOf(RasterDataset dataset) {
        GeoTransform t = dataset.geoTransform();
        OptionalInt epsg = dataset.epsg();
        boolean northUp = t.xPerRow() == 0 && t.yPerColumn() == 0 && t.xPerColumn() > 0 && t.yPerRow() < 0;
        if (epsg.isEmpty() || !northUp) {
            throw new ProductUnreadable(
                    dataset.name(),
                    "lies on no map: a projection with an EPSG code and north-up pixels are needed",
                    ADVICE);
        }
        return new RasterGrid(
                dataset.width(), dataset.height(), t.left(), t.top(), t.xPerColumn(), -t.yPerRow(), epsg.getAsInt());
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
    public int[] read(PixelRectangle r) {
        Window window = new Window(r.column(), r.row(), r.columns(), r.rows());
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
                throw new ProductUnreadable(name, "is cut short", ADVICE, e);
            }
            if (e.getCause() instanceof RuntimeException source) {
                throw source;
            }
            throw new ProductUnreadable(name, "is no GeoTIFF that can be read", ADVICE, e);
        }
    }
}
