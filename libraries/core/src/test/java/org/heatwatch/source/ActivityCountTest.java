package org.heatwatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.FeatureHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityCountTest {
    private static final int DRAWS = 30;
    private static final double THRESHOLD = SimulatedComplex.THRESHOLD;

    /** Share of the quarters of simulated complexes that fulfil a condition. */
    private static double share(
            LongFunction<SimulatedComplex> complexes, BiPredicate<SimulatedComplex, ActivityQuarter> condition) {
        return LongStream.range(0, DRAWS)
                .mapToObj(complexes)
                .flatMap(complex -> complex.quarters().stream()
                        .filter(quarter -> quarter.buildings() != null)
                        .map(quarter -> condition.test(complex, quarter)))
                .mapToInt(isTrue -> isTrue ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean isNear(SimulatedComplex complex, ActivityQuarter quarter) {
        double truth = complex.trueCount(quarter);
        return isWithin(truth, quarter.buildings(), 0.2 * truth);
    }

    private static boolean isWithin(double truth, @Nullable Double value, double most) {
        return value != null && Math.abs(value - truth) <= most;
    }

    private static boolean isInInterval(SimulatedComplex complex, ActivityQuarter quarter) {
        double truth = complex.trueCount(quarter);
        Double low = quarter.buildingsLow();
        Double high = quarter.buildingsHigh();
        return low != null && high != null && low <= truth && truth <= high;
    }

    private static boolean isAmountInInterval(SimulatedComplex complex, ActivityQuarter quarter) {
        Double error = quarter.kelvinSquareMetresStandardError();
        return error != null && isWithin(complex.trueAmount(quarter), quarter.kelvinSquareMetres(), 1.645 * error);
    }

    @Test
    void theCountOfBuildingsInUseThroughoutIsWithin20PercentInNineOfTenQuarters() {
        assertThat(share(seed -> SimulatedComplex.inUse(seed, 0), ActivityCountTest::isNear))
                .isGreaterThan(0.95);
    }

    @Test
    void itsIntervalContainsTheTruthInAboutNineOfTenQuarters() {
        assertThat(share(seed -> SimulatedComplex.inUse(seed, 0), ActivityCountTest::isInInterval))
                .isGreaterThan(0.8);
        assertThat(share(seed -> SimulatedComplex.inUse(seed, 0), ActivityCountTest::isAmountInInterval))
                .isGreaterThan(0.85);
    }

    @Test
    void theCountFollowsStartsAndEnds() {
        assertThat(share(seed -> SimulatedComplex.inUse(seed, 0.3), ActivityCountTest::isNear))
                .isGreaterThan(0.85);
        assertThat(share(seed -> SimulatedComplex.inUse(seed, 0.3), ActivityCountTest::isInInterval))
                .isGreaterThan(0.75);
    }

    @Test
    void noBuildingIsCountedBeforeAllOfThemStart() {
        assertThat(share(
                        SimulatedComplex::startedAgain,
                        (_, quarter) -> !quarter.to().isBefore(LocalDate.of(2022, 9, 1))
                                || isWithin(0, quarter.buildings(), 1)))
                .isGreaterThan(0.95);
    }

    private static SourceHistory source(String id, double z, FeatureHistory history, Period period) {
        ActivitySpan span = ActivitySpan.of(history, period).orElseThrow();
        return new SourceHistory(id, new LocatedSource(0, 0, 10, 1000 * z, 1000, z), history, span);
    }

    @Test
    void aStrongSourceCountsAsOneFromItsFirstQuarterToItsLast() {
        Period period = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31));
        SimulatedSource simulated = new SimulatedSource(1)
                .exactly(LocalDate.of(2022, 1, 3), 0.5, -0.5, 1, -1, 0, 0, 0.5, -0.5, 0, 0, 0)
                .exactly(LocalDate.of(2022, 4, 4), 15, 14, 16, 15, 13, 17, 15, 14, 16, 15, 15)
                .exactly(LocalDate.of(2022, 7, 4), 15, 14, 16, 15, 13, 17, 15, 14, 16, 15, 15)
                .exactly(LocalDate.of(2022, 10, 3), 0.5, -0.5, 1, -1, 0, 0, 0.5, -0.5, 0, 0, 0);
        List<LocalDate> overpasses = simulated.history().observations().stream()
                .map(seen -> seen.date())
                .toList();

        List<ActivityQuarter> quarters = ActivityCount.of(
                List.of(source("strong", 30, simulated.history(), period)), overpasses, THRESHOLD, period);

        assertThat(quarters).extracting(ActivityQuarter::found).containsExactly(0, 1, 1, 0);
        assertThat(quarters.get(1).buildings()).isCloseTo(1, within(0.01));
        assertThat(quarters.get(1).kelvinSquareMetres()).isCloseTo(15 * SourceFootprint.SQUARE_METRES, within(6000.0));
        assertThat(quarters.get(3).buildings()).isCloseTo(0, within(0.05));
    }

    @Test
    void sourcesNearTheThresholdCountForWeakerOnesAsWell() {
        Period period = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 31));
        SimulatedSource simulated = new SimulatedSource(1).exactly(LocalDate.of(2022, 1, 3), 3, 3, 3, 3, 3, 3, 3, 3);
        List<LocalDate> overpasses = List.of(LocalDate.of(2022, 1, 3), LocalDate.of(2022, 2, 28));

        ActivityQuarter quarter = ActivityCount.of(
                        List.of(source("weak", 5, simulated.history(), period)), overpasses, THRESHOLD, period)
                .getFirst();

        assertThat(quarter.found()).isEqualTo(1);
        assertThat(quarter.buildings()).isCloseTo(5 / 3.0, within(0.05));
        assertThat(quarter.buildingsLow()).isCloseTo(1, within(0.1));
        assertThat(quarter.buildingsHigh()).isBetween(3.0, 6.0);
    }

    @Test
    void nothingIsKnownOfAQuarterWithoutClearOverpasses() {
        Period period = new Period(LocalDate.of(2022, 2, 1), LocalDate.of(2022, 7, 31));

        List<ActivityQuarter> quarters =
                ActivityCount.of(List.of(), List.of(LocalDate.of(2022, 3, 3)), THRESHOLD, period);

        assertThat(quarters)
                .extracting(ActivityQuarter::from)
                .containsExactly(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 4, 1), LocalDate.of(2022, 7, 1));
        assertThat(quarters.getFirst().buildings()).isZero();
        assertThat(quarters.getFirst().buildingsHigh()).isPositive();
        assertThat(quarters.get(1))
                .isEqualTo(new ActivityQuarter(
                        LocalDate.of(2022, 4, 1), LocalDate.of(2022, 6, 30), 0, 0, null, null, null, null, null));
    }
}
