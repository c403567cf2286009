package org.heatwatch.estimation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.junit.jupiter.api.Test;

final class FourierPlaneTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 30;

    private final FourierPlane plane = FourierPlane.of(noise(0));

    private static CompositeRaster noise(long seed) {
        return new CompositeRaster(
                0,
                0,
                COLUMNS,
                ROWS,
                new Random(seed).doubles(COLUMNS * ROWS, -1, 1).toArray());
    }

    @Test
    void aFactorOfOneLeavesRastersAsTheyAre() {
        List<CompositeRaster> rasters = List.of(noise(1), noise(2), noise(3));

        List<CompositeRaster> same = plane.filter(rasters, plane.factors(_ -> 1));

        for (int i = 0; i < rasters.size(); i++) {
            assertThat(same.get(i).values()).containsExactly(rasters.get(i).values(), within(1e-12));
        }
    }

    @Test
    void aGaussianFilterIsAConvolutionWithAGaussian() {
        double sigma = 60;
        double[] values = new double[COLUMNS * ROWS];
        values[15 * COLUMNS + 18] = 1;

        CompositeRaster smooth = plane.filter(
                        List.of(noise(0).with(values)),
                        plane.factors(f -> Math.exp(-2 * Math.pow(Math.PI * sigma * f, 2))))
                .getFirst();

        double cell = CompositeRaster.SPACING_METRES * CompositeRaster.SPACING_METRES;
        double metres = 3 * CompositeRaster.SPACING_METRES;
        assertThat(smooth.values()[15 * COLUMNS + 18 + 3])
                .isCloseTo(
                        cell / (2 * Math.PI * sigma * sigma) * Math.exp(-metres * metres / (2 * sigma * sigma)),
                        within(1e-6));
    }

    @Test
    void theResultDoesNotDependOnTheRastersFilteredTogether() {
        FourierPlane.Factors factors = plane.factors(f -> 1 / (1 + 1e6 * f * f));

        List<CompositeRaster> together = plane.filter(List.of(noise(1), noise(2), noise(3)), factors);

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i).values())
                    .containsExactly(
                            plane.filter(List.of(noise(i + 1)), factors)
                                    .getFirst()
                                    .values(),
                            within(1e-12));
        }
    }

    @Test
    void thePowersOfTwoRastersAddUp() {
        List<CompositeRaster> two = List.of(noise(1), noise(2));
        double squares = Stream.of(two.get(0), two.get(1))
                .flatMapToDouble(raster -> Arrays.stream(raster.values()))
                .map(value -> value * value)
                .sum();

        double mean = plane.powers(two, FourierPlaneTest::sum).getFirst() / plane.size() / plane.size();

        assertThat(mean).as("Parseval's theorem").isCloseTo(squares, within(1e-9 * squares));
    }

    private static double sum(double[][] power) {
        return Stream.of(power).flatMapToDouble(Arrays::stream).sum();
    }
}
