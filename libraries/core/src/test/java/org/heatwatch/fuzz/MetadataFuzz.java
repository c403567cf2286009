package org.heatwatch.fuzz;

import java.nio.charset.StandardCharsets;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.landsat.Metadata;
import org.heatwatch.landsat.PlausibleMetadata;
import org.heatwatch.landsat.ProductInfo;
import org.heatwatch.landsat.ThermalRadiometry;

/** Metadata files in text and JSON form, with the values that are read. */
public final class MetadataFuzz {
    private MetadataFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Metadata metadata = Metadata.parse("fuzz_MTL", text);
            ProductInfo info = ProductInfo.of(metadata);
            PlausibleMetadata.require(metadata, info.id());
            if (!ThermalRadiometry.of(metadata).isPlausibleFor(info.id().satellite())) {
                throw new AssertionError("constants that cannot be true: " + ThermalRadiometry.of(metadata));
            }
        } catch (HeatWatchException e) {
            FuzzResult.requirePrintable(e);
        }
    }
}
