package org.heatwatch.gdal;

/**
 * Affine transform from pixels to map coordinates: {@code x = left + column * xPerColumn + row * xPerRow}, and {@code
 * y} likewise. The origin is the outer corner of the upper-left pixel, whether the file defines pixels as areas or as
 * points.
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
