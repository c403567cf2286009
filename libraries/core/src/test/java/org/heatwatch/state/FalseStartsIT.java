package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rate of false starts of idle facilities, and the delay until a start is detected, with the real state machine.
 */
final class FalseStartsIT {
    private static final int FACILITIES = 6000;
    private static final double YEARS = 5;

    private static boolean isStart(Transition transition) {
        return transition.to() == FacilityState.ON
                && (transition.from() == FacilityState.OFF || transition.from() == FacilityState.SUSPECT);
    }

    /** Measured in this order: 0.050, 0.052, 0.051, 0.056 and 0.054 a year, each +- 0.004. */
    @ParameterizedTest(name = "{0} observations, {1} parameters, d0 {2}, rho {3}, {4} facilities")
    @CsvSource({"35, 1, 20, 0, 5", "35, 4, 20, 0, 5", "24, 4, 10, 0.1, 5", "70, 4, 20, 0.2, 10", "35, 4, 20, 0.2, 5"})
    void aSiteHasOneFalseStartInTwentyYears(
            int observations, int parameters, double priorDegreesOfFreedom, double autocorrelation, int facilities) {
        BaselinePrecision idle = new BaselinePrecision(
                observations,
                parameters,
                priorDegreesOfFreedom,
                autocorrelation,
                SimulatedFacility.observationsPerYear(),
                facilities);
        double threshold = CusumThreshold.of(idle).threshold();
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < FACILITIES; i++) {
            List<JudgedObservation> record = new SimulatedFacility(idle, i).observations(YEARS, 0, YEARS);
            double starts = StateTrack.of(record, threshold, SimulatedFacility.dayOf(YEARS)).transitions().stream()
                    .filter(FalseStartsIT::isStart)
                    .count();
            sum += starts;
            sumOfSquares += starts * starts;
        }
        double perSiteYear = facilities / (YEARS * FACILITIES);
        double rate = sum * perSiteYear;
        double error = Math.sqrt(sumOfSquares - sum * sum / FACILITIES) * perSiteYear;

        // The random error of the bootstrap is 8 % of the rate.
        assertThat(rate).isCloseTo(0.05, within(3 * Math.hypot(error, 0.08 * 0.05)));
    }

    /**
     * Days from the start until ON, at the threshold of a site of five facilities with 35 reference observations.
     * Measured in this order: half of them within 113, 77, 47 and 31 days, nine in ten within 214, 141, 86 and 60.
     */
    @ParameterizedTest(name = "{0} standard deviations")
    @CsvSource({"1.5, 130, 250", "2, 90, 165", "3, 55, 100", "5, 40, 70"})
    void aStartIsDetectedWithinMonths(double excess, double halfWithin, double nearlyAllWithin) {
        BaselinePrecision idle = new BaselinePrecision(35, 4, 20, 0, SimulatedFacility.observationsPerYear(), 5);
        double threshold = CusumThreshold.of(idle).threshold();
        double[] days = new double[600];
        LocalDate from = SimulatedFacility.dayOf(1);
        for (int i = 0; i < days.length; i++) {
            List<JudgedObservation> record = new SimulatedFacility(idle, i).observations(4, excess, 1);
            days[i] = StateTrack.of(record, threshold, SimulatedFacility.dayOf(4)).transitions().stream()
                    .filter(t -> isStart(t) && !t.date().isBefore(from))
                    .findFirst()
                    .map(t -> (double) ChronoUnit.DAYS.between(from, t.date()))
                    .orElse(Double.POSITIVE_INFINITY);
        }
        Arrays.sort(days);
        assertThat(days[300]).isLessThan(halfWithin);
        assertThat(days[540]).isLessThan(nearlyAllWithin);
    }

    /**
     * At a threshold of 5, three years of 48 observations give one facility a false start in 4 of 100 cases if its
     * baseline is known, in 13 if it is estimated from 24 observations and treated as known, and in 30 if deviations
     * are 1.34 times too wide. Student's t reduces the 13 to 10.
     */
    @Test
    void fewReferenceObservationsAndTooSmallErrorsCauseFalseStartsAtAThresholdOfFive() {
        double[] shares = new double[4];
        for (int i = 0; i < shares.length; i++) {
            SplittableRandom random = new SplittableRandom(i);
            int withStart = 0;
            for (int facility = 0; facility < 2 * FACILITIES; facility++) {
                double width = i == 3 ? 1.34 : 1;
                double mean = 0;
                double degreesOfFreedom = Double.POSITIVE_INFINITY;
                if (i == 1 || i == 2) {
                    double[] reference = DoubleStream.generate(random::nextGaussian)
                            .limit(24)
                            .toArray();
                    mean = DoubleStream.of(reference).average().orElseThrow();
                    double centre = mean;
                    double sumOfSquares = DoubleStream.of(reference)
                            .map(x -> (x - centre) * (x - centre))
                            .sum();
                    width = 1 / Math.sqrt(sumOfSquares / 23 * (1 + 1.0 / 24));
                    degreesOfFreedom = i == 1 ? Double.POSITIVE_INFINITY : 23;
                }
                Cusum cusum = new Cusum(5);
                Cusum.Phase phase = cusum.phase();
                for (int observation = 0; observation < 48 && phase == Cusum.Phase.IDLE; observation++) {
                    double z = (random.nextGaussian() - mean) * width;
                    phase = cusum.add(HeatScore.of(z, degreesOfFreedom).q(), true);
                }
                withStart += phase == Cusum.Phase.ON ? 1 : 0;
            }
            shares[i] = withStart / (2.0 * FACILITIES);
        }

        assertThat(shares[0]).isCloseTo(0.04, within(0.01));
        assertThat(shares[1]).isCloseTo(0.13, within(0.015));
        assertThat(shares[2]).isCloseTo(0.10, within(0.015));
        assertThat(shares[3]).isCloseTo(0.30, within(0.02));
    }
}
