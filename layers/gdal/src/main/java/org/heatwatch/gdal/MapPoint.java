package org.heatwatch.gdal;

/** A point in the units of a raster's coordinate system: metres, east and north, in a UTM zone. */
public record MapPoint(double x, double y) {}
