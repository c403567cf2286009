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
}
