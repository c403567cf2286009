package org.heatwatch.raster;

import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.gdal.DataType;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.MemoryRaster;
import org.heatwatch.site.Site;
import org.heatwatch.source.CompositeMap;

/** Writes composites as GeoTIFF: band 1 holds the excess, band 2 its standard error; NaN where it is unknown. */
public final class CompositeTiff {
    private static final int EXCESS = 1;
    private static final int STANDARD_ERROR = 2;

    private CompositeTiff() {}

    /**
     * Encodes a composite in the UTM zone of its site.
     *
     * @throws org.heatwatch.gdal.GdalException if GDAL cannot encode it
     */
    public static byte[] encode(CompositeMap map, Site site) {
        CompositeRaster grid = map.excess();
        double[] errors = map.standardError().values();
        float[] excess = new float[errors.length];
        float[] standardError = new float[errors.length];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int from = row * grid.columns() + column;
                // The rows of a composite begin in the south, those of a GeoTIFF in the north.
                int to = (grid.rows() - 1 - row) * grid.columns() + column;
                boolean isKnown = Double.isFinite(errors[from]);
                excess[to] = isKnown ? (float) grid.values()[from] : Float.NaN;
                standardError[to] = isKnown ? (float) errors[from] : Float.NaN;
            }
        }
        double half = CompositeRaster.SPACING_METRES / 2;
        try (MemoryRaster raster = MemoryRaster.create(grid.columns(), grid.rows(), 2, DataType.FLOAT32)) {
            if (site.presentation().simulated()) {
                SimulatedTags.write(raster);
            }
            return raster.geoTransform(GeoTransform.northUp(
                            grid.west() - half, grid.north(grid.rows() - 1) + half, CompositeRaster.SPACING_METRES))
                    .epsg(site.utm().epsg())
                    .noData(Double.NaN)
                    .description(EXCESS, "excess, effective kelvin")
                    .description(STANDARD_ERROR, "standard error of the excess, effective kelvin")
                    .metadata("SITE", site.id())
                    .metadata("PERIOD", map.period().toString())
                    .metadata("PERIOD_SCENES", Integer.toString(map.periodScenes()))
                    .metadata("REFERENCE_SCENES", Integer.toString(map.referenceScenes()))
                    .metadata("SIMULATED", Boolean.toString(site.presentation().simulated()))
                    .write(EXCESS, raster.all(), excess)
                    .write(STANDARD_ERROR, raster.all(), standardError)
                    .toGeoTiff();
        }
    }
}
