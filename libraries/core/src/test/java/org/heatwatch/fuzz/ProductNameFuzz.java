package org.heatwatch.fuzz;

import java.nio.charset.StandardCharsets;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.ProductName;

/** Ids of products. */
public final class ProductNameFuzz {
    private ProductNameFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            if (ProductName.parse(text) instanceof ProductId product
                    && !product.id().equals(text)) {
                throw new AssertionError("another id: " + product.id());
            }
        } catch (HeatWatchException e) {
            FuzzResult.requirePrintable(e);
        }
    }
}
