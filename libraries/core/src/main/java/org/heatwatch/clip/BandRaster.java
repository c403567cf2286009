package org.heatwatch.clip;

/** One open raster file of a product. */
public interface BandRaster extends AutoCloseable {

    /** What to call the file in messages. */
    String name();

    /** Its pixels on the map. */
    RasterGrid grid();

    /**
     * The numbers of a rectangle, row by row.
     *
     * @param rectangle inside the grid
     * @throws org.heatwatch.errors.ProductUnreadable if the file is cut short or corrupt
     */
    int[] read(PixelRectangle rectangle);

    @Override
    void close();
}
