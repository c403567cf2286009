package org.heatwatch.gdal;

/**
 * A point in pixels: (0, 0) is the outer corner of the upper-left pixel, (0.5, 0.5) its centre, also outside the raster.
 */
public record PixelPoint(double column, double row) {}
