package org.heatwatch.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heatwatch.landsat.Acquisition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PassMapTest {
    private static final PassMap.Grid GRID = new PassMap.Grid(-11, 101, 97.3, 0.01, 0.25, 0.5, 300_000, 4_200_000);

    private static PassMap map(@Nullable Double... kelvin) {
        return new PassMap(Acquisition.parse("LC08_116034_20251104"), GRID, 7, -3, 2, 0.5, Arrays.asList(kelvin));
    }

    @Test
    void samplesHaveTheIndicesOfTheGrid() {
        assertThat(map(1.25, null, -0.5, 3.0).samples())
                .containsExactly(
                        new PassMap.Sample(7, -3, 1.25), new PassMap.Sample(7, -2, -0.5), new PassMap.Sample(8, -2, 3));
    }

    @Test
    void aPackedMapIsReadBackUnchanged() {
        PassMap map = map(1.25, null);
        assertThat(PackedJson.unpack(PackedJson.pack(map), PassMap.class)).isEqualTo(map);
        assertThat(map.grid().samplingGrid().positionOf(7, -3)).hasSize(2);
        assertThat(map(new Double[0]).samples()).isEqualTo(List.of());
    }

    @Test
    void aMapOfABentGridIsReadBackUnchanged() {
        List<Double> bend = new ArrayList<>(List.of(-500.0, -500.0, 200.0, 6.0));
        for (int node = 0; node < 36; node++) {
            bend.add(7.0 * node);
        }
        PassMap.Grid bent = new PassMap.Grid(-11, 101, 97.3, 0.01, 0.25, 0.5, 300_000, 4_200_000, bend);
        PassMap map = new PassMap(Acquisition.parse("LC08_116034_20251104"), bent, 0, 0, 1, 0.5, List.of(1.0));

        PassMap read = PackedJson.unpack(PackedJson.pack(map), PassMap.class);

        assertThat(read).isEqualTo(map);
        assertThat(read.grid().samplingGrid().positionOf(0, 0))
                .isNotEqualTo(GRID.samplingGrid().positionOf(0, 0));
    }
}
