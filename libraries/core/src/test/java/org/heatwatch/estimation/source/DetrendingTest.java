package org.heatwatch.estimation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.junit.jupiter.api.Test;

final class DetrendingTest {
    private static final int COLUMNS = 90;
    private static final int ROWS = 80;
    private static final int MIDDLE = ROWS / 2 * COLUMNS + COLUMNS / 2;

    private static CompositeRaster raster(DoubleBinaryOperator value) {
        double[] values = new double[COLUMNS * ROWS];
        CompositeRaster raster = new CompositeRaster(500, 700, COLUMNS, ROWS, values);
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(raster.east(i % COLUMNS), raster.north(i / COLUMNS));
        }
        return raster;
    }

    @Test
    void aConstantIsRemovedEverywhere() {
        assertThat(Detrending.of(raster((_, _) -> 7)).values()).containsOnly(new double[] {0}, within(1e-12));
    }

    @Test
    void aSlopeIsRemovedFarFromTheEdge() {
        assertThat(Detrending.of(raster((east, north) -> 0.01 * east - 0.02 * north))
                        .values()[MIDDLE])
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void aWaveKeepsTheShareThatTheTransferFunctionStates() {
        double metres = 600;
        CompositeRaster wave = raster((east, _) -> Math.sin(2 * Math.PI * east / metres));

        double kept = Detrending.of(wave).values()[MIDDLE] / wave.values()[MIDDLE];

        assertThat(kept).isCloseTo(Detrending.transfer(1 / metres), within(0.01));
    }

    @Test
    void rowsAndColumnsAreTreatedAlike() {
        CompositeRaster wave = raster((east, _) -> Math.sin(east / 130));
        CompositeRaster turned = new CompositeRaster(0, 0, ROWS, COLUMNS, transposed(wave.values(), COLUMNS));

        assertThat(transposed(Detrending.of(turned).values(), ROWS))
                .containsExactly(Detrending.of(wave).values(), within(1e-12));
    }

    private static double[] transposed(double[] values, int columns) {
        int rows = values.length / columns;
        double[] transposed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transposed[i % columns * rows + i / columns] = values[i];
        }
        return transposed;
    }
}
