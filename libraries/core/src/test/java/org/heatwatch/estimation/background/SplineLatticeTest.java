package org.heatwatch.estimation.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

final class SplineLatticeTest {
    private static final Envelope AREA = new Envelope(1000, 1930, -500, 210);
    private static final SplineLattice LATTICE = SplineLattice.of(AREA, 50);

    @Test
    void splinesAreAPartitionOfUnity() {
        Random random = new Random(1);
        double[] values = new double[SplineLattice.REACH];
        double[] slopes = new double[SplineLattice.REACH];
        for (int i = 0; i < 500; i++) {
            double east = random.nextDouble(AREA.getMinX(), AREA.getMaxX());
            double north = random.nextDouble(AREA.getMinY(), AREA.getMaxY());
            LATTICE.acrossColumns(east, values);
            assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
            LATTICE.acrossRows(north, values);
            assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-12));
            LATTICE.columnSlopes(east, slopes);
            assertThat(Arrays.stream(slopes).sum()).isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void slopesAreTheDerivativesOfTheValues() {
        Random random = new Random(2);
        double step = 1e-4;
        double[] before = new double[SplineLattice.REACH];
        double[] after = new double[SplineLattice.REACH];
        double[] slopes = new double[SplineLattice.REACH];
        for (int i = 0; i < 500; i++) {
            double cell = Math.floor(random.nextDouble(1, 14));
            double north = AREA.getMinY() + 50 * (cell + random.nextDouble(0.01, 0.99)) - 50;
            LATTICE.acrossRows(north - step, before);
            LATTICE.acrossRows(north + step, after);
            LATTICE.rowSlopes(north, slopes);
            for (int j = 0; j < slopes.length; j++) {
                assertThat(slopes[j]).isCloseTo((after[j] - before[j]) / (2 * step), within(1e-8));
            }
        }
    }

    @Test
    void linearCoefficientsReproduceALine() {
        double[] values = new double[SplineLattice.REACH];
        for (double north = AREA.getMinY(); north <= AREA.getMaxY(); north += 7.3) {
            LATTICE.acrossRows(north, values);
            int first = LATTICE.firstRow(north);
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[j] * LATTICE.northOf(first + j);
            }
            assertThat(sum).isCloseTo(north, within(1e-9));
        }
    }

    @Test
    void theEdgesOfTheAreaHaveFourSplines() {
        assertThat(LATTICE.firstColumn(AREA.getMinX())).isZero();
        assertThat(LATTICE.firstRow(AREA.getMinY())).isZero();
        assertThat(LATTICE.firstColumn(AREA.getMaxX()) + SplineLattice.REACH).isLessThanOrEqualTo(LATTICE.columns());
        assertThat(LATTICE.firstRow(AREA.getMaxY()) + SplineLattice.REACH).isLessThanOrEqualTo(LATTICE.rows());
    }
}
