package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BaselineDriftTest {
    private static final int PARCELS = 30;
    private static final int SCENES = 100;
    private static final double VARIANCE = 0.25;

    /** BaselineDrift estimated over five years from parcels that drift at a given rate, of which the first few are also hot. */
    private static double learned(long seed, double kelvinPerYear, int hot) {
        Random random = new Random(seed);
        BaselineDrift drift = BaselineDrift.NONE;
        double[] offset = new double[PARCELS];
        double before = 0;
        for (int scene = 1; scene <= SCENES; scene++) {
            double years = 5.0 * scene / SCENES;
            double step = kelvinPerYear * Math.sqrt(years - before);
            before = years;
            double[] z = new double[PARCELS];
            for (int i = 0; i < PARCELS; i++) {
                offset[i] += step * random.nextGaussian();
                z[i] = random.nextGaussian() + (offset[i] + (i < hot ? 10 : 0)) / Math.sqrt(VARIANCE);
            }
            drift = drift.after(years, z, VARIANCE);
        }
        return drift.variancePerYear();
    }

    @Test
    void stableParcelsHaveNoDrift() {
        assertThat(IntStream.range(0, 20).mapToDouble(seed -> learned(seed, 0, 0)))
                .allSatisfy(variance -> assertThat(variance).isBetween(0.0, 0.025));
    }

    @Test
    void theMeanEstimateForStableParcelsIsSmall() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0, 0))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.0, 0.1 * 0.1);
    }

    @Test
    void theDriftOfParcelsIsEstimated() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0.3, 0))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.09, within(0.3 * 0.09));
    }

    @Test
    void aFewHotParcelsHardlyAffectTheEstimate() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0, 3))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.0, 0.04);
    }

    @Test
    void scenesWithFewParcelsOrInTheReferencePeriodAreIgnored() {
        BaselineDrift drift = BaselineDrift.NONE
                .after(3, new double[] {9, -9, 9, -9}, 1)
                .after(0, new double[] {9, -9, 9, -9, 9, -9}, 1);

        assertThat(drift.variancePerYear()).isZero();
    }

    @Test
    void oneSceneHasLittleWeight() {
        BaselineDrift drift = BaselineDrift.NONE.after(1, new double[] {3, -3, 3, -3, 3, -3}, 1);

        assertThat(drift.variancePerYear()).isBetween(0.5, 1.0);
    }
}
