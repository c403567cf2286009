package org.heatwatch.clip;

/** An open raster file of a product. */
public interface BandRaster extends AutoCloseable {

    /** Name of the file in messages. */
    String name();

    /** The georeferenced pixel grid. */
    RasterGrid grid();

    /**
     * Reads the values of a rectangle, row by row.
     *
     * @param rectangle inside the grid
     * @throws org.heatwatch.errors.ProductUnreadable if the file is truncated or corrupt
     */
    int[] read(PixelRectangle rectangle);

    @Override
    void close();
}
