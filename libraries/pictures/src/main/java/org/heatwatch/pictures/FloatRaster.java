package org.heatwatch.pictures;

import java.util.List;
import java.util.Map;

/**
 * A north-up raster of floating-point bands in a UTM zone.
 *
 * @param west easting of the outer western edge in metres
 * @param north northing of the outer northern edge in metres
 * @param epsg EPSG code of the zone
 * @param description text that every image program shows
 * @param tags by name; the values are free text
 */
record FloatRaster(
        int columns,
        int rows,
        double west,
        double north,
        double pixelMetres,
        int epsg,
        List<Band> bands,
        String description,
        Map<String, String> tags) {

    FloatRaster {
        bands = List.copyOf(bands);
        for (Band band : bands) {
            if (band.values().length != columns * rows) {
                throw new IllegalArgumentException(
                        "%d values of %d x %d pixels".formatted(band.values().length, columns, rows));
            }
        }
    }

    /**
     * A band.
     *
     * @param unit symbol of the unit
     * @param values row by row from the north-western pixel; NaN if unknown. Not copied; must not be modified
     */
    @SuppressWarnings("ArrayRecordComponent") // tens of thousands of pixels, never compared
    record Band(String description, String unit, float[] values) {}
}
