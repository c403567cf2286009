package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProductRankTest {

    private static final List<ProductRank> WORST_TO_BEST = Stream.of(
                    "LC08_L1TP_116034_20251104_20251104_02_RT",
                    "LC08_L1TP_116034_20251104_20251105_02_RT",
                    "LC08_L2SP_116034_20251104_20251106_02_T2",
                    "LC08_L1GS_116034_20251104_20251125_02_T1",
                    "LC08_L1GT_116034_20251104_20251124_02_T1",
                    "LC08_L1TP_116034_20251104_20251120_02_T1",
                    "LC08_L1TP_116034_20251104_20251121_02_T1",
                    "LC08_L2SP_116034_20251104_20251119_02_T1")
            .map(id -> ProductId.parse(id).rank())
            .toList();

    @Test
    void tierDecidesThenLevelThenProcessingDate() {
        List<ProductRank> shuffled = new ArrayList<>(WORST_TO_BEST);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(WORST_TO_BEST);
    }

    @Test
    void ranksAreTotallyOrdered() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            ProductRank a = ProductIdTest.randomId(random).rank();
            ProductRank b = ProductIdTest.randomId(random).rank();
            ProductRank c = ProductIdTest.randomId(random).rank();
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
                assertThat(a).isLessThanOrEqualTo(c);
            }
        }
    }
}
