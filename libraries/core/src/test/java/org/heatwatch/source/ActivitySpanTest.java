package org.heatwatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.site.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitySpanTest {
    private static final LocalDate FROM = LocalDate.of(2020, 6, 1);
    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final Period PERIOD = new Period(FROM, TO);
    private static final int DRAWS = 100;

    private static SimulatedSource inUse(
            SimulatedSource source, LocalDate from, LocalDate to, double kelvin, double share) {
        SplittableRandom random = source.random();
        return source.passes(
                from, to, _ -> random.nextDouble() < share ? kelvin * (1 + 0.25 * random.nextGaussian()) : 0);
    }

    private static SimulatedSource startsIn2023(long seed, double kelvin, double share) {
        SimulatedSource source = new SimulatedSource(seed).reference().passes(FROM, START.minusDays(1), _ -> 0);
        return inUse(source, START, TO, kelvin, share);
    }

    @ParameterizedTest
    @CsvSource({"6, 1, 1, 60", "3, 1, 1, 80", "3, 0.7, 0.95, 120", "2, 0.7, 0.9, 170"})
    void theStartIsFoundWithinFourMonthsOfOneClearPassIn24Days(
            double kelvin, double share, double found, double lateInDays) {
        double[] late = IntStream.range(0, DRAWS)
                .mapToObj(seed ->
                        ActivitySpan.of(startsIn2023(seed, kelvin, share).history(), PERIOD))
                .mapToDouble(span -> span.orElseThrow().first().toEpochDay() - START.toEpochDay())
                .sorted()
                .toArray();

        assertThat(late[DRAWS / 2]).isBetween(0.0, 32.0);
        assertThat(late[DRAWS * 9 / 10]).isLessThan(lateInDays);
        assertThat(Arrays.stream(late).filter(days -> days > -400).count())
                .isGreaterThanOrEqualTo((long) (DRAWS * found));
    }

    @Test
    void theMeanIsTheTrueOneWithinItsErrorInNineOfTenSources() {
        long covered = IntStream.range(0, DRAWS)
                .mapToObj(seed -> ActivitySpan.of(startsIn2023(seed, 3, 0.7).history(), PERIOD)
                        .orElseThrow())
                .filter(span -> Math.abs(span.kelvin() - 2.1) < 1.645 * span.standardError())
                .count();

        assertThat(covered).isGreaterThanOrEqualTo(DRAWS * 85 / 100);
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "3, 0.7", "2, 0.7"})
    void aSourceInUseThroughoutGetsTheWholePeriod(double kelvin, double share) {
        long open = 0;
        long whole = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            SimulatedSource source = inUse(new SimulatedSource(seed).reference(), FROM, TO, kelvin, share);
            ActivitySpan span = ActivitySpan.of(source.history(), PERIOD).orElseThrow();
            open += span.isOpen() ? 1 : 0;
            whole += span.overpasses() == source.size() - referencePasses(seed) ? 1 : 0;
        }

        assertThat(open).isGreaterThanOrEqualTo(DRAWS * 98 / 100);
        assertThat(whole).isGreaterThanOrEqualTo(DRAWS * 95 / 100);
    }

    private static int referencePasses(int seed) {
        return new SimulatedSource(seed).reference().size();
    }

    @Test
    void atMostOneIdleFeatureIn50GetsARange() {
        long found = IntStream.range(0, 500)
                .mapToObj(seed -> new SimulatedSource(seed).reference().passes(FROM, TO, _ -> 0))
                .filter(source -> ActivitySpan.of(source.history(), PERIOD).isPresent())
                .count();

        assertThat(found).isLessThanOrEqualTo(10);
    }

    @Test
    void twoIdlePassesAreNoEndAndManyAre() {
        SimulatedSource source = new SimulatedSource(1).exactly(FROM, 6, 6.5, 5.5, 6, 6, 6.5, 5.5, 6);
        LocalDate next = FROM.plusDays(64);

        assertThat(ActivitySpan.of(source.exactly(next, 0, 0).history(), PERIOD))
                .get()
                .matches(ActivitySpan::isOpen);
        assertThat(ActivitySpan.of(source.exactly(next.plusDays(16), 0, 0, 0).history(), PERIOD))
                .get()
                .satisfies(span -> {
                    assertThat(span.isOpen()).isFalse();
                    assertThat(span.last()).isEqualTo(next.minusDays(8));
                    assertThat(span.overpasses()).isEqualTo(8);
                    assertThat(span.kelvin()).isCloseTo(6, within(0.01));
                });
    }

    @Test
    void anEndIsSeenAfterAboutSixPassesIfTheSourceWasActiveInSevenOfTen() {
        int[] passes = IntStream.range(0, 40)
                .map(seed -> idlePassesUntilEnd(inUse(new SimulatedSource(seed).reference(), FROM, TO, 3, 0.7), seed))
                .sorted()
                .toArray();

        assertThat(passes[20]).isBetween(4, 8);
        assertThat(passes[36]).isLessThanOrEqualTo(12);
    }

    private static int idlePassesUntilEnd(SimulatedSource source, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate date = TO.plusDays(8);
        int passes = 0;
        boolean isOpen = true;
        while (isOpen) {
            source.exactly(date, random.nextGaussian());
            isOpen = ActivitySpan.of(source.history(), new Period(FROM, date))
                    .orElseThrow()
                    .isOpen();
            date = date.plusDays(16);
            passes++;
        }
        return passes;
    }

    @Test
    void theShareOfActivePassesIsFoundWithinATenth() {
        double[] shares = IntStream.range(0, DRAWS)
                .mapToObj(seed -> startsIn2023(seed, 3, 0.7).history())
                .mapToDouble(history ->
                        ActiveShare.of(history, ActivitySpan.of(history, PERIOD).orElseThrow()))
                .toArray();

        assertThat(Arrays.stream(shares).average().orElseThrow()).isCloseTo(0.7, within(0.05));
        assertThat(Math.sqrt(Arrays.stream(shares)
                        .map(share -> Math.pow(share - 0.7, 2))
                        .average()
                        .orElseThrow()))
                .isLessThan(0.12);
    }

    @ParameterizedTest
    @CsvSource({"2, 20", "3, 8", "3, 6", "4, 30"})
    void aFewHotPassesAfterYearsOfIdleOnesAreAStart(int hot, double kelvin) {
        SimulatedSource source = new SimulatedSource(1).reference().passes(FROM, TO.minusDays(40), _ -> 0);
        LocalDate start = TO.minusDays(30);
        for (int i = 0; i < hot; i++) {
            source.exactly(start.plusDays(8L * i), kelvin + 0.3 * i);
        }

        assertThat(ActivitySpan.of(source.history(), PERIOD)).get().satisfies(span -> {
            assertThat(span.first()).isEqualTo(start);
            assertThat(span.overpasses()).isEqualTo(hot);
            assertThat(span.isOpen()).isTrue();
        });
    }

    @Test
    void oneHotPassIsNoRange() {
        SimulatedSource source = new SimulatedSource(1).exactly(FROM, 0.5, -0.5, 0, 20, 0.3, -0.3, 0, 0, 0.1, -0.1);

        assertThat(ActivitySpan.of(source.history(), PERIOD)).isEmpty();
    }

    @Test
    void observationsOutsideThePeriodAndHistoriesWithoutObservationsGiveNoRange() {
        SimulatedSource source = new SimulatedSource(1).exactly(FROM, 6, 6, 6, 6);

        assertThat(ActivitySpan.of(source.history(), new Period(TO, TO))).isEqualTo(Optional.empty());
        assertThat(ActivitySpan.of(new SimulatedSource(1).history(), PERIOD)).isEmpty();
    }

    @Test
    void nightObservationsCountAsWell() {
        SimulatedSource source = new SimulatedSource(1);
        for (int i = 0; i < 6; i++) {
            source.add(
                    Satellite.LANDSAT_9,
                    FROM.plusDays(16L * i)
                            .atTime(13, 30)
                            .atOffset(ZoneOffset.UTC)
                            .toInstant(),
                    Pass.NIGHT,
                    5,
                    1);
        }

        assertThat(ActivitySpan.of(source.history(), PERIOD)).get().matches(span -> span.overpasses() == 6);
    }
}
