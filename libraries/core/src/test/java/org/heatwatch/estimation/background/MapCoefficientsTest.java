package org.heatwatch.estimation.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

final class MapCoefficientsTest {

    @Test
    void theBandCoversAllSplinesOfOnePosition() {
        Random random = new Random(1);
        int[] index = new int[MapCoefficients.perSample()];
        double[] value = new double[MapCoefficients.perSample()];
        for (int site = 0; site < 40; site++) {
            double west = random.nextDouble(-1e4, 1e4);
            double south = random.nextDouble(-1e4, 1e4);
            Envelope area = new Envelope(
                    west, west + random.nextDouble(120, 2500), south, south + random.nextDouble(120, 2500));
            MapCoefficients layout = MapCoefficients.of(area, MapCoefficients.FINE_METRES);
            int widest = 0;
            for (int i = 0; i < 2000; i++) {
                double east = random.nextDouble(area.getMinX() - 30, area.getMaxX() + 30);
                double north = random.nextDouble(area.getMinY() - 30, area.getMaxY() + 30);
                layout.splines(east, north, 0.6, -0.8, index, value);
                int least = Arrays.stream(index).min().orElseThrow();
                int most = Arrays.stream(index).max().orElseThrow();
                assertThat(least).isNotNegative();
                assertThat(most).isLessThan(layout.count());
                widest = Math.max(widest, most - least);
            }
            assertThat(widest).isLessThanOrEqualTo(layout.bandwidth());
            assertThat(layout.bandwidth()).isLessThan(layout.count());
        }
    }

    @Test
    void everyCoefficientHasItsOwnIndex() {
        MapCoefficients layout = MapCoefficients.of(new Envelope(0, 730, 0, 1210), 50);
        TreeSet<Integer> places = new TreeSet<>();
        for (int row = 0; row < layout.fine().rows(); row++) {
            for (int column = 0; column < layout.fine().columns(); column++) {
                assertThat(places.add(layout.fine(row, column))).isTrue();
            }
        }
        for (int row = 0; row < layout.coarse().rows(); row++) {
            for (int column = 0; column < layout.coarse().columns(); column++) {
                assertThat(places.add(layout.cosine(row, column))).isTrue();
                assertThat(places.add(layout.sine(row, column))).isTrue();
            }
        }

        assertThat(places).hasSize(layout.count());
        assertThat(places.first()).isZero();
        assertThat(places.last()).isEqualTo(layout.count() - 1);
    }

    @Test
    void splinesOfSteadyPartAndYearlyCycleAddUpToOne() {
        MapCoefficients layout = MapCoefficients.of(new Envelope(0, 700, 0, 700), 50);
        int[] index = new int[MapCoefficients.perSample()];
        double[] value = new double[MapCoefficients.perSample()];

        layout.splines(333, 421, 0.25, 0.5, index, value);

        assertThat(Arrays.stream(value).sum()).isCloseTo(1 + 0.25 + 0.5, within(1e-12));
    }
}
