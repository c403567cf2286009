package org.heatwatch.landsat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.golden.Golden;
import org.junit.jupiter.api.Test;

/** Keys of the files of products in the Landsat bucket and in folders with the same layout. */
final class ArchiveLayoutGoldenTest {

    @Test
    void theKeysOfTheFilesOfAProductStayTheSame() {
        Map<String, Object> layout = new LinkedHashMap<>();
        for (String id : List.of(
                "LC08_L1TP_116034_20251104_20251104_02_RT",
                "LC09_L1TP_116034_20251112_20251112_02_T1",
                "LC08_L1GT_008059_20130425_20200912_02_T2",
                "LC08_L2SP_116034_20251104_20251119_02_T1")) {
            ProductId product = ProductId.parse(id);
            layout.put(
                    id,
                    Map.of(
                            "acquisition",
                            product.acquisition().id(),
                            "metadata",
                            product.keyPrefix() + product.fileName("MTL.json"),
                            "quality",
                            product.keyPrefix() + product.fileName("QA_PIXEL.TIF")));
        }
        Golden.file("archive/layout.json").holdsIn(layout);
    }
}
