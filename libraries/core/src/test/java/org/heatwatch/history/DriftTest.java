package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DriftTest {
    private static final int PARCELS = 30;
    private static final int SCENES = 100;
    private static final double VARIANCE = 0.25;

    /** What is learned in five years with so many kelvin a year, of parcels of which the first are hot besides. */
    private static double learned(long seed, double kelvinPerYear, int hot) {
        Random random = new Random(seed);
        Drift drift = Drift.NONE;
        double[] wandered = new double[PARCELS];
        double before = 0;
        for (int scene = 1; scene <= SCENES; scene++) {
            double years = 5.0 * scene / SCENES;
            double step = kelvinPerYear * Math.sqrt(years - before);
            before = years;
            double[] z = new double[PARCELS];
            for (int i = 0; i < PARCELS; i++) {
                wandered[i] += step * random.nextGaussian();
                z[i] = random.nextGaussian() + (wandered[i] + (i < hot ? 10 : 0)) / Math.sqrt(VARIANCE);
            }
            drift = drift.after(years, z, VARIANCE);
        }
        return drift.variancePerYear();
    }

    @Test
    void roofsThatStayAsTheyAreDoNotDrift() {
        assertThat(IntStream.range(0, 20).mapToDouble(seed -> learned(seed, 0, 0)))
                .allSatisfy(variance -> assertThat(variance).isBetween(0.0, 0.025));
    }

    @Test
    void onTheAverageHardlyAnyDriftIsSeenWhereThereIsNone() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0, 0))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.0, 0.1 * 0.1);
    }

    @Test
    void roofsThatWanderAreFound() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0.3, 0))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.09, within(0.3 * 0.09));
    }

    @Test
    void aFewParcelsThatRunDoNotDecide() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> learned(seed, 0, 3))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.0, 0.04);
    }

    @Test
    void fewParcelsAndScenesOfTheDormantEraTeachNothing() {
        Drift drift =
                Drift.NONE.after(3, new double[] {9, -9, 9, -9}, 1).after(0, new double[] {9, -9, 9, -9, 9, -9}, 1);

        assertThat(drift.variancePerYear()).isZero();
    }

    @Test
    void oneSceneIsNotBelievedMuch() {
        Drift drift = Drift.NONE.after(1, new double[] {3, -3, 3, -3, 3, -3}, 1);

        assertThat(drift.variancePerYear()).isBetween(0.5, 1.0);
    }
}
