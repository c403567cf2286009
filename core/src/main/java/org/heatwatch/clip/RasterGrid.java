package org.heatwatch.clip;

import org.locationtech.jts.geom.Envelope;

/**
 * North-up pixels on the map.
 *
 * @param west easting of the outer western edge in metres, not of a pixel's centre
 * @param north northing of the outer northern edge in metres
 * @param pixelMetres side of a pixel
 * @param epsg the projection
 */
public record RasterGrid(int columns, int rows, double west, double north, double pixelMetres, int epsg) {

    public RasterGrid {
        if (columns < 1 || rows < 1 || !(pixelMetres > 0)) {
            throw new IllegalArgumentException("no grid: %d x %d pixels of %s m".formatted(columns, rows, pixelMetres));
        }
    }

    public int pixels() {
        return columns * rows;
    }

    /** The rectangle that a part of this grid covers. */
    public RasterGrid part(PixelRectangle rectangle) {
        return new RasterGrid(
                rectangle.columns(),
                rectangle.rows(),
                west + rectangle.column() * pixelMetres,
                north - rectangle.row() * pixelMetres,
                pixelMetres,
                epsg);
    }

    /** The smallest rectangle of pixels that covers an area; it may reach beyond this grid. */
    public PixelRectangle covering(Envelope area) {
        int column = (int) Math.floor((area.getMinX() - west) / pixelMetres);
        int row = (int) Math.floor((north - area.getMaxY()) / pixelMetres);
        int endColumn = (int) Math.ceil((area.getMaxX() - west) / pixelMetres);
        int endRow = (int) Math.ceil((north - area.getMinY()) / pixelMetres);
        return new PixelRectangle(column, row, Math.max(1, endColumn - column), Math.max(1, endRow - row));
    }
}
