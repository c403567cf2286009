package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CusumThresholdTest {

    private static double threshold(IdleRecord idle) {
        return CusumThreshold.of(idle).threshold();
    }

    private static double[] thresholds(int count, IntFunction<IdleRecord> record) {
        return IntStream.range(0, count)
                .mapToObj(record)
                .mapToDouble(CusumThresholdTest::threshold)
                .toArray();
    }

    @Test
    void theSameRecordGivesTheSameThresholdBitByBit() {
        IdleRecord idle = new IdleRecord(35, 4, 17.3, 0.1, 29.5, 6);

        assertThat(CusumThreshold.of(new IdleRecord(35, 4, 17.3, 0.1, 29.5, 6))).isEqualTo(CusumThreshold.of(idle));
    }

    @Test
    void itKeepsTheSiteToOneFalseStartInTwentyYears() {
        IdleRecord idle = new IdleRecord(35, 4, 20, 0, 30, 5);
        CusumThreshold found = CusumThreshold.of(idle);

        assertThat(found.falseStartsPerSiteYear()).isBetween(0.045, 0.05);
        double other = 5 * new IdleWatches(idle, 8192, 5, 99).startsPerYear(found.threshold());
        assertThat(other).isCloseTo(0.05, within(0.01));
    }

    @Test
    void moreDormantLooksLowerIt() {
        int[] looks = {16, 24, 35, 60, 90, 200};
        assertThat(thresholds(looks.length, i -> new IdleRecord(looks[i], 4, 20, 0.1, 30, 5)))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aPoolThatKnowsTheVarianceLowersIt() {
        double[] freedom = {0, 10, 60, Double.POSITIVE_INFINITY};
        double[] thresholds = thresholds(freedom.length, i -> new IdleRecord(24, 1, freedom[i], 0, 30, 5));
        for (int i = 1; i < freedom.length; i++) {
            // Neighbours lie so close that the chance of the draws shows.
            assertThat(thresholds[i]).isLessThanOrEqualTo(thresholds[i - 1] + 0.15);
        }
        assertThat(thresholds[3]).isLessThan(thresholds[0] - 0.3);
    }

    @Test
    void lastingDeviationsAndMoreFacilitiesAndMoreLooksRaiseIt() {
        assertThat(thresholds(4, i -> new IdleRecord(60, 4, 20, 0.1 * i, 30, 5)))
                .isSorted();
        assertThat(thresholds(4, i -> new IdleRecord(60, 4, 20, 0, 30, 1 << (2 * i))))
                .isSorted();
        assertThat(thresholds(4, i -> new IdleRecord(60, 4, 20, 0, 8 << i, 5))).isSorted();
    }

    @Test
    void anAnnualCycleFromFewLooksRaisesIt() {
        assertThat(threshold(new IdleRecord(24, 3, 20, 0, 30, 5)))
                .isGreaterThan(threshold(new IdleRecord(24, 1, 20, 0, 30, 5)) + 0.5);
    }

    /** The mean run between false starts at h = 5 is 938 looks, Siegmund's approximation for a known baseline. */
    @Test
    void withABaselineThatIsKnownItIsThatOfTheTextbook() {
        IdleRecord known = new IdleRecord(20_000, 1, Double.POSITIVE_INFINITY, 0, 100, 1);
        double looks = 100 / new IdleWatches(known, 64, 200, 3).startsPerYear(5);

        assertThat(looks).isCloseTo(938, within(60.0));
    }

    /** Student's t straight from its definition, each facility with an estimated mean and a moderated variance. */
    @ParameterizedTest
    @CsvSource({"18, 6, 0", "18, Infinity, 0", "20, 10, 0.4"})
    void theWeightedDrawsAgreeWithPlainSimulation(int looks, double priorFreedom, double autocorrelation) {
        IdleRecord idle = new IdleRecord(looks, 1, priorFreedom, autocorrelation, 30, 1);
        double threshold = 6;
        DeviateTable deviates = new DeviateTable(idle.freedom());
        Random random = new Random(11);
        int facilities = 6000;
        int starts = 0;
        for (int f = 0; f < facilities; f++) {
            // With some prior freedom d0 facilities differ: their variance is that of d0 over chi-squared.
            double scale =
                    Double.isInfinite(priorFreedom) ? 1 : Math.sqrt(priorFreedom / chiSquared(priorFreedom, random));
            double residual = random.nextGaussian();
            double[] era = new double[looks];
            for (int i = 0; i < looks; i++) {
                residual = autocorrelation * residual
                        + Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
                era[i] = scale * residual;
            }
            double mean = Arrays.stream(era).average().orElseThrow();
            double squares =
                    Arrays.stream(era).map(v -> (v - mean) * (v - mean)).sum();
            double own = looks - 1;
            double deviation =
                    Double.isInfinite(priorFreedom) ? 1 : Math.sqrt((priorFreedom + squares) / (priorFreedom + own));
            Cusum cusum = new Cusum(threshold);
            residual = random.nextGaussian();
            for (int i = 0; i < 150; i++) {
                residual = autocorrelation * residual
                        + Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
                double z = (scale * residual - mean) / (deviation * Math.sqrt(1 + 1.0 / looks));
                Cusum.Phase before = cusum.phase();
                boolean isOn = cusum.add(deviates.deviate(z), i > 0) == Cusum.Phase.ON;
                starts += isOn && before == Cusum.Phase.IDLE ? 1 : 0;
            }
        }
        double plain = starts / (facilities * 5.0);
        assertThat(new IdleWatches(idle, 4096, 5, 77).startsPerYear(threshold)).isCloseTo(plain, within(0.1 * plain));
    }

    private static double chiSquared(double freedom, Random random) {
        double sum = 0;
        for (int i = 0; i < freedom; i++) {
            double normal = random.nextGaussian();
            sum += normal * normal;
        }
        return sum;
    }

    @Test
    void aFacilityThatIsKnownTooBadlySaysSo() {
        CusumThreshold found = CusumThreshold.of(new IdleRecord(15, 4, 10, 0.4, 30, 40));

        assertThat(found.threshold()).isEqualTo(CusumThreshold.LARGEST);
        assertThat(found.falseStartsPerSiteYear()).isGreaterThan(CusumThreshold.ALLOWED_PER_SITE_YEAR);
    }

    @Test
    void theDegreesOfFreedomAreThoseOfThePriorAndOfTheLooksBeyondTheParameters() {
        assertThat(new IdleRecord(24, 4, 10, 0, 30, 5).freedom()).isEqualTo(30);
    }

    @Test
    void whatIsNoRecordIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(4, 4, 0, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(24, 5, 0, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(24, 4, -1, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(24, 4, 0, -0.1, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(24, 4, 0, 0, 0.5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleRecord(24, 4, 0, 0, 30, 0));
    }
}
