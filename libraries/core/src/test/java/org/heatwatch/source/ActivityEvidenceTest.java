package org.heatwatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.site.Pass;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

class ActivityEvidenceTest {
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 31);
    private static final int DRAWS = 200;

    private static Stream<ActivityEvidence> draws(SimulatedCause cause, double kelvin) {
        return IntStream.range(0, DRAWS)
                .mapToObj(seed -> cause.source(seed, kelvin, 1, true).history())
                .flatMap(history -> of(history).stream());
    }

    private static Optional<ActivityEvidence> of(FeatureHistory history) {
        return ActivitySpan.of(history, new Period(FROM, TO))
                .map(span -> ActivityEvidence.of(history, span, SimulatedSource.SITE));
    }

    private static boolean has(ActivityEvidence evidence, Verdict verdict) {
        return evidence.tests().stream().anyMatch(test -> test.verdict() == verdict);
    }

    private static boolean has(ActivityEvidence evidence, Kind kind, Verdict verdict) {
        return evidence.tests().stream().anyMatch(test -> test.kind() == kind && test.verdict() == verdict);
    }

    private static double share(SimulatedCause cause, double kelvin, Kind kind, Verdict verdict) {
        return draws(cause, kelvin)
                        .filter(evidence -> has(evidence, kind, verdict))
                        .count()
                / (double) DRAWS;
    }

    @ParameterizedTest
    @EnumSource(names = "SURFACE", mode = EnumSource.Mode.EXCLUDE)
    void activityIsContradictedInLessThanOneOf20(SimulatedCause cause) {
        assertThat(Stream.of(6.0, 1.5)
                        .mapToDouble(kelvin -> draws(cause, kelvin)
                                        .filter(evidence -> has(evidence, Verdict.CONTRADICTS_ACTIVITY))
                                        .count()
                                / (double) DRAWS))
                .allMatch(wrong -> wrong < 0.05);
    }

    @Test
    void aNewSurfaceIsSaidToShowActivityInLessThanOneOf20() {
        assertThat(Stream.of(6.0, 3.0, 1.5)
                        .mapToDouble(kelvin -> draws(SimulatedCause.SURFACE, kelvin)
                                        .filter(evidence -> has(evidence, Verdict.SUPPORTS_ACTIVITY))
                                        .count()
                                / (double) DRAWS))
                .allMatch(wrong -> wrong < 0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "FIVE_DAYS, 3, WEEK, SUPPORTS_ACTIVITY, 0.9",
        "SIX_DAYS, 1.5, WEEK, SUPPORTS_ACTIVITY, 0.8",
        "FIVE_DAYS, 6, VARIATION, SUPPORTS_ACTIVITY, 0.9",
        "STEADY, 1.5, NIGHT, SUPPORTS_ACTIVITY, 0.95",
        "STEADY, 3, SUN, SUPPORTS_ACTIVITY, 0.6",
        "SURFACE, 6, NIGHT, CONTRADICTS_ACTIVITY, 0.95",
        "SURFACE, 6, SUN, CONTRADICTS_ACTIVITY, 0.9",
        "SURFACE, 3, SUN, CONTRADICTS_ACTIVITY, 0.6"
    })
    void eachComparisonFindsItsEffect(SimulatedCause cause, double kelvin, Kind kind, Verdict verdict, double atLeast) {
        assertThat(share(cause, kelvin, kind, verdict)).isGreaterThan(atLeast);
    }

    @ParameterizedTest
    @CsvSource({
        "STEADY, 6, WEEK",
        "SURFACE, 6, WEEK",
        "ON_AND_OFF, 6, WEEK",
        "STEADY, 6, VARIATION",
        "SURFACE, 6, VARIATION"
    })
    void noComparisonFindsAnEffectThatIsNotThere(SimulatedCause cause, double kelvin, Kind kind) {
        assertThat(share(cause, kelvin, kind, Verdict.SUPPORTS_ACTIVITY)).isLessThan(0.04);
    }

    @Test
    void theSentencesGiveNumbersAndTheirErrors() {
        ActivityEvidence evidence =
                of(SimulatedCause.SIX_DAYS.source(4, 4, 1, true).history()).orElseThrow();

        assertThat(evidence.tests()).extracting(EvidenceTest::kind).containsExactly(Kind.values());
        assertThat(evidence.tests().getFirst().sentence())
                .matches("Sundays are \\d\\.\\d ± \\d\\.\\d K cooler than working days \\(\\d+ and \\d+ passes\\)\\.");
        assertThat(evidence.tests())
                .allSatisfy(test -> assertThat(test.sentence())
                        .contains(" ± ")
                        .contains("passes)")
                        .endsWith("."));
    }

    @Test
    void aComparisonWithTooFewPassesIsAbsent() {
        FeatureHistory history = new SimulatedSource(1)
                .reference()
                .exactly(FROM, 5, 5, 6, 5, 4, 5)
                .history();

        assertThat(of(history)).get().isEqualTo(ActivityEvidence.NONE);
        assertThat(ActivityEvidence.NONE.summary()).isEqualTo("Too few observations to compare.");
    }

    @Test
    void satellitesThatDisagreeContradictActivity() {
        SimulatedSource source = new SimulatedSource(1).reference();
        for (int i = 0; i < 40; i++) {
            Satellite satellite = i % 2 == 0 ? Satellite.LANDSAT_8 : Satellite.LANDSAT_9;
            double kelvin = satellite == Satellite.LANDSAT_8 ? 2 : 5;
            Instant at = Instant.parse("2022-02-01T02:10:00Z").plusSeconds(86_400L * 8 * i);
            source.add(satellite, at, Pass.DAY, kelvin + 0.5 * source.random().nextGaussian(), 0.5);
        }

        assertThat(of(source.history())).get().satisfies(evidence -> {
            assertThat(has(evidence, Kind.SATELLITES, Verdict.CONTRADICTS_ACTIVITY))
                    .isTrue();
            assertThat(evidence.tests().getLast().sentence())
                    .contains("K less than Landsat 9 (20 and 20 passes): the satellites disagree");
        });
    }

    @Test
    void theSummaryCountsTheVerdictsAndWarnsOfASingleOne() {
        EvidenceTest supports = new EvidenceTest(Kind.WEEK, 1, 0.2, Verdict.SUPPORTS_ACTIVITY, "");
        EvidenceTest contradicts = new EvidenceTest(Kind.SUN, 1, 0.2, Verdict.CONTRADICTS_ACTIVITY, "");
        EvidenceTest open = new EvidenceTest(Kind.NIGHT, 1, 2, Verdict.INCONCLUSIVE, "");
        LocalDate last = LocalDate.of(2024, 11, 30);

        assertThat(new ActivityEvidence(List.of(supports, supports, open, open)).summary(FROM, last, false))
                .isEqualTo("Warmer than its baseline since 2022-01; two of four comparisons support activity.");
        assertThat(new ActivityEvidence(List.of(supports, contradicts, open)).summary(FROM, last, true))
                .isEqualTo(
                        "Warmer than its baseline from 2022-01 to 2024-11; one of three comparisons supports activity, "
                                + "one contradicts it.");
        assertThat(new ActivityEvidence(List.of(open, supports)).summary())
                .isEqualTo("One of two comparisons supports activity (by chance for one source in 30).");
        assertThat(new ActivityEvidence(List.of(open)).summary())
                .isEqualTo("The only comparison that is possible is inconclusive.");
    }

    @ParameterizedTest
    @CsvSource({
        // Scene centre and SUN_ELEVATION of LC09_L1TP_010065_20220129.
        "2022-01-29T15:28:34Z, -80.036, -7.233, 57.844",
        // The sun is at its zenith of the year in Greenwich: 90 - 51.478 + 23.436 degrees, two minutes after noon.
        "2020-06-21T12:02:00Z, 0, 51.478, 61.958"
    })
    void theElevationOfTheSunIsRightWithinATenthOfADegree(
            Instant at, double longitude, double latitude, double elevation) {
        double sine = SunElevation.sine(at, new Coordinate(longitude, latitude));

        assertThat(Math.toDegrees(Math.asin(sine))).isCloseTo(elevation, within(0.1));
    }
}
