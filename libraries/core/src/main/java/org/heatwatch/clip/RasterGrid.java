package org.heatwatch.clip;

import org.locationtech.jts.geom.Envelope;

/**
 * A north-up pixel grid in a UTM projection.
 *
 * @param west easting of the outer western edge in metres, not of a pixel centre
 * @param north northing of the outer northern edge in metres
 * @param pixelWidth from west to east in metres
 * @param pixelHeight from north to south in metres; delivered pixels are square, those of decimated copies may not be
 * @param epsg EPSG code of the projection
 */
public record RasterGrid(
        int columns, int rows, double west, double north, double pixelWidth, double pixelHeight, int epsg) {

    public RasterGrid {
        if (columns < 1 || rows < 1 || !(pixelWidth > 0 && pixelHeight > 0)) {
            throw new IllegalArgumentException(
                    "no grid: %d x %d pixels of %s x %s m".formatted(columns, rows, pixelWidth, pixelHeight));
        }
    }

    /** Side in metres of a square with the area of a pixel. */
    public double pixelMetres() {
        return pixelWidth == pixelHeight ? pixelWidth : Math.sqrt(pixelWidth * pixelHeight);
    }

    public int pixels() {
        return columns * rows;
    }

    /** The grid of a rectangle of this grid. */
    public RasterGrid part(PixelRectangle rectangle) {
        return new RasterGrid(
                rectangle.columns(),
                rectangle.rows(),
                west + rectangle.column() * pixelWidth,
                north - rectangle.row() * pixelHeight,
                pixelWidth,
                pixelHeight,
                epsg);
    }

    /** The smallest rectangle of pixels that covers an area; it may extend beyond this grid. */
    public PixelRectangle covering(Envelope area) {
        int column = (int) Math.floor((area.getMinX() - west) / pixelWidth);
        int row = (int) Math.floor((north - area.getMaxY()) / pixelHeight);
        int endColumn = (int) Math.ceil((area.getMaxX() - west) / pixelWidth);
        int endRow = (int) Math.ceil((north - area.getMinY()) / pixelHeight);
        return new PixelRectangle(column, row, Math.max(1, endColumn - column), Math.max(1, endRow - row));
    }
}
