package org.heatwatch.raster;

import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.gdal.ByteSource;

/** Raster files, through GDAL. */
public final class TiffFuzz {
    private TiffFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        try (BandRaster band = GdalBandRaster.open(ByteSource.of("fuzz.TIF", data))) {
            new PixelRectangle(0, 0, 64, 64)
                    .within(band.grid().columns(), band.grid().rows())
                    .ifPresent(band::read);
        } catch (ProductUnreadable e) {
            // The expected answer.
        }
    }
}
