package org.heatwatch.raster;

import org.heatwatch.gdal.MemoryRaster;

/** Says in a GeoTIFF that its pixels are invented, in a tag that every image program shows. */
final class SimulatedTags {
    private static final String DESCRIPTION = "TIFFTAG_IMAGEDESCRIPTION";

    private SimulatedTags() {}

    static void write(MemoryRaster raster) {
        raster.metadata(DESCRIPTION, "SIMULATED DATA: an invented story. Nothing here was observed.")
                .metadata("SIMULATED", "true");
    }
}
