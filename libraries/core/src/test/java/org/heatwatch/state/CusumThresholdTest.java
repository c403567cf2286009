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

    private static double threshold(BaselinePrecision idle) {
        return CusumThreshold.of(idle).threshold();
    }

    private static double[] thresholds(int count, IntFunction<BaselinePrecision> record) {
        return IntStream.range(0, count)
                .mapToObj(record)
                .mapToDouble(CusumThresholdTest::threshold)
                .toArray();
    }

    @Test
    void theSameRecordGivesTheSameThreshold() {
        BaselinePrecision idle = new BaselinePrecision(35, 4, 17.3, 0.1, 29.5, 6);

        assertThat(CusumThreshold.of(new BaselinePrecision(35, 4, 17.3, 0.1, 29.5, 6)))
                .isEqualTo(CusumThreshold.of(idle));
    }

    @Test
    void theThresholdAllowsTheSiteOneFalseStartInTwentyYears() {
        BaselinePrecision idle = new BaselinePrecision(35, 4, 20, 0, 30, 5);
        CusumThreshold found = CusumThreshold.of(idle);

        assertThat(found.falseStartsPerSiteYear()).isBetween(0.045, 0.05);
        double other = 5 * IdleSimulation.simulate(idle, 8192, 5, 99).startsPerYear(found.threshold());
        assertThat(other).isCloseTo(0.05, within(0.01));
    }

    @Test
    void moreReferenceObservationsLowerTheThreshold() {
        int[] counts = {16, 24, 35, 60, 90, 200};
        assertThat(thresholds(counts.length, i -> new BaselinePrecision(counts[i], 4, 20, 0.1, 30, 5)))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aMoreCertainPriorVarianceLowersTheThreshold() {
        double[] degreesOfFreedom = {0, 10, 60, Double.POSITIVE_INFINITY};
        double[] thresholds =
                thresholds(degreesOfFreedom.length, i -> new BaselinePrecision(24, 1, degreesOfFreedom[i], 0, 30, 5));
        for (int i = 1; i < degreesOfFreedom.length; i++) {
            // Adjacent values are so close that the randomness of the draws is visible.
            assertThat(thresholds[i]).isLessThanOrEqualTo(thresholds[i - 1] + 0.15);
        }
        assertThat(thresholds[3]).isLessThan(thresholds[0] - 0.3);
    }

    @Test
    void autocorrelationAndMoreFacilitiesAndMoreObservationsRaiseTheThreshold() {
        assertThat(thresholds(4, i -> new BaselinePrecision(60, 4, 20, 0.1 * i, 30, 5)))
                .isSorted();
        assertThat(thresholds(4, i -> new BaselinePrecision(60, 4, 20, 0, 30, 1 << (2 * i))))
                .isSorted();
        assertThat(thresholds(4, i -> new BaselinePrecision(60, 4, 20, 0, 8 << i, 5)))
                .isSorted();
    }

    @Test
    void anAnnualCycleFromFewObservationsRaisesTheThreshold() {
        assertThat(threshold(new BaselinePrecision(24, 3, 20, 0, 30, 5)))
                .isGreaterThan(threshold(new BaselinePrecision(24, 1, 20, 0, 30, 5)) + 0.5);
    }

    /** At h = 5 the average run length is 938 observations, by Siegmund's approximation for a known baseline. */
    @Test
    void withAKnownBaselineTheAverageRunLengthIsThatOfTheTextbook() {
        BaselinePrecision known = new BaselinePrecision(20_000, 1, Double.POSITIVE_INFINITY, 0, 100, 1);
        double runLength = 100 / IdleSimulation.simulate(known, 64, 200, 3).startsPerYear(5);

        assertThat(runLength).isCloseTo(938, within(60.0));
    }

    /** Student's t straight from its definition, each facility with an estimated mean and a moderated variance. */
    @ParameterizedTest
    @CsvSource({"18, 6, 0", "18, Infinity, 0", "20, 10, 0.4"})
    void theWeightedDrawsAgreeWithPlainSimulation(
            int observations, double priorDegreesOfFreedom, double autocorrelation) {
        BaselinePrecision idle = new BaselinePrecision(observations, 1, priorDegreesOfFreedom, autocorrelation, 30, 1);
        double threshold = 6;
        DeviateTable deviates = DeviateTable.of(idle.degreesOfFreedom());
        Random random = new Random(11);
        int facilities = 6000;
        int starts = 0;
        for (int f = 0; f < facilities; f++) {
            // With prior degrees of freedom d0, the variances of facilities are distributed as d0 over chi-squared.
            double scale = Double.isInfinite(priorDegreesOfFreedom)
                    ? 1
                    : Math.sqrt(priorDegreesOfFreedom / chiSquared(priorDegreesOfFreedom, random));
            double residual = random.nextGaussian();
            double[] reference = new double[observations];
            for (int i = 0; i < observations; i++) {
                residual = autocorrelation * residual
                        + Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
                reference[i] = scale * residual;
            }
            double mean = Arrays.stream(reference).average().orElseThrow();
            double sumOfSquares =
                    Arrays.stream(reference).map(v -> (v - mean) * (v - mean)).sum();
            double own = observations - 1;
            double deviation = Double.isInfinite(priorDegreesOfFreedom)
                    ? 1
                    : Math.sqrt((priorDegreesOfFreedom + sumOfSquares) / (priorDegreesOfFreedom + own));
            Cusum cusum = new Cusum(threshold);
            residual = random.nextGaussian();
            for (int i = 0; i < 150; i++) {
                residual = autocorrelation * residual
                        + Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
                double z = (scale * residual - mean) / (deviation * Math.sqrt(1 + 1.0 / observations));
                Cusum.Phase before = cusum.phase();
                boolean isOn = cusum.add(deviates.deviate(z), i > 0) == Cusum.Phase.ON;
                starts += isOn && before == Cusum.Phase.IDLE ? 1 : 0;
            }
        }
        double plain = starts / (facilities * 5.0);
        assertThat(IdleSimulation.simulate(idle, 4096, 5, 77).startsPerYear(threshold))
                .isCloseTo(plain, within(0.1 * plain));
    }

    private static double chiSquared(double degreesOfFreedom, Random random) {
        double sum = 0;
        for (int i = 0; i < degreesOfFreedom; i++) {
            double normal = random.nextGaussian();
            sum += normal * normal;
        }
        return sum;
    }

    @Test
    void anUncertainBaselineGivesTheLargestThresholdAndTooManyFalseStarts() {
        CusumThreshold found = CusumThreshold.of(new BaselinePrecision(15, 4, 10, 0.4, 30, 40));

        assertThat(found.threshold()).isEqualTo(CusumThreshold.LARGEST);
        assertThat(found.falseStartsPerSiteYear()).isGreaterThan(CusumThreshold.ALLOWED_PER_SITE_YEAR);
    }

    @Test
    void theDegreesOfFreedomAreThoseOfThePriorAndOfTheReferenceObservations() {
        assertThat(new BaselinePrecision(24, 4, 10, 0, 30, 5).degreesOfFreedom())
                .isEqualTo(30);
    }

    @Test
    void invalidRecordsAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(4, 4, 0, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(24, 5, 0, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(24, 4, -1, 0, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(24, 4, 0, -0.1, 30, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(24, 4, 0, 0, 0.5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BaselinePrecision(24, 4, 0, 0, 30, 0));
    }
}
