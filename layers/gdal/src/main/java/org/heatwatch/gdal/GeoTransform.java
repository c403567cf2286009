package org.heatwatch.gdal;

/**
 * Where pixels lie on the map: {@code x = left + column * xPerColumn + row * xPerRow}, and {@code y} likewise. Always
 * counted from the outer corner of the upper-left pixel, whether a file calls its pixels areas or points.
 */
public record GeoTransform(
        double left, double xPerColumn, double xPerRow, double top, double yPerColumn, double yPerRow) {
    public GeoTransform {
        double determinant = xPerColumn * yPerRow - xPerRow * yPerColumn;
        if (determinant == 0 || !Double.isFinite(determinant) || !Double.isFinite(left) || !Double.isFinite(top)) {
            throw new IllegalArgumentException("a geotransform that cannot be inverted");
        }
    }

    /** Square pixels with north up. */
    public static GeoTransform northUp(double left, double top, double pixelSize) {
        return new GeoTransform(left, pixelSize, 0, top, 0, -pixelSize);
    }

    /** The centre of a pixel. */
    public MapPoint centreOf(int column, int row) {
        return toMap(new PixelPoint(column + 0.5, row + 0.5));
    }

    public MapPoint toMap(PixelPoint pixel) {
        return new MapPoint(
                left + pixel.column() * xPerColumn + pixel.row() * xPerRow,
                top + pixel.column() * yPerColumn + pixel.row() * yPerRow);
    }

    public PixelPoint toPixel(MapPoint point) {
        double determinant = xPerColumn * yPerRow - xPerRow * yPerColumn;
        double dx = point.x() - left;
        double dy = point.y() - top;
        return new PixelPoint(
                (dx * yPerRow - dy * xPerRow) / determinant, (dy * xPerColumn - dx * yPerColumn) / determinant);
    }
}
