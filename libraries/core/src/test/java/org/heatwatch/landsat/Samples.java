package org.heatwatch.landsat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The real metadata files in the test resources. */
final class Samples {

    static final String LANDSAT_8_LEVEL_1 = "LC08_L1GT_089074_20220506_20220512_02_T2";
    static final String LANDSAT_8_LEVEL_2 = "LC08_L2SP_008059_20191201_20200825_02_T1";
    static final String LANDSAT_9_LEVEL_2 = "LC09_L2SP_010065_20220129_20220131_02_T1";
    static final String REFLECTANCE_ONLY = "LC08_L2SR_099120_20191129_20201016_02_T2";

    private Samples() {}

    static String text(String file) {
        try (InputStream stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/landsat/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Metadata metadata(String file) {
        return Metadata.parse(file, text(file));
    }
}
