package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrbitCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "LANDSAT_8, 116/034, 2024-08-29",
        "LANDSAT_9, 116/034, 2024-06-02",
        "LANDSAT_8, 213/210, 2024-09-05",
        "LANDSAT_9, 213/210, 2024-06-09",
        "LANDSAT_8, 232/083, 2016-02-09",
        "LANDSAT_8, 008/059, 2019-12-01",
        "LANDSAT_8, 017/051, 2015-12-05",
        "LANDSAT_8, 089/074, 2022-05-06",
        "LANDSAT_9, 010/065, 2022-01-29",
        "LANDSAT_8, 153/031, 2022-05-23",
        "LANDSAT_8, 099/120, 2019-11-29",
    })
    void knownAcquisitionsAreExpectedOnTheirDayAndEvery16Days(Satellite satellite, String scene, LocalDate date) {
        List<LocalDate> dates =
                OrbitCalendar.passes(WrsScene.parse(scene), date.minusDays(16), date.plusDays(32)).stream()
                        .filter(pass -> pass.satellite() == satellite)
                        .map(ExpectedPass::date)
                        .toList();
        assertThat(dates).containsExactly(date.minusDays(16), date, date.plusDays(16), date.plusDays(32));
    }

    @ParameterizedTest
    @CsvSource({
        "008/059, 2019-12-01T15:13:51Z",
        "017/051, 2015-12-05T16:06:06Z",
        "089/074, 2022-05-06T23:39:59Z",
        "099/120, 2019-11-29T01:00:37Z",
        "010/065, 2022-01-29T15:28:34Z",
    })
    void centreTimesArePredictedWithinAMinute(String scene, Instant at) {
        LocalDate date = LocalDate.parse(at.toString().substring(0, 10));
        List<ExpectedPass> passes = OrbitCalendar.passes(WrsScene.parse(scene), date, date);
        assertThat(passes)
                .singleElement()
                .satisfies(pass -> assertThat(pass.at()).isCloseTo(at, within(60, ChronoUnit.SECONDS)));
    }

    @Test
    void theTwoSatellitesAlternateEvery8Days() {
        List<ExpectedPass> passes =
                OrbitCalendar.passes(new WrsScene(116, 34), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
        assertThat(passes).hasSizeBetween(45, 46);
        for (int i = 1; i < passes.size(); i++) {
            assertThat(Duration.between(passes.get(i - 1).at(), passes.get(i).at()))
                    .isEqualTo(Duration.ofDays(8));
            assertThat(passes.get(i).satellite()).isNotEqualTo(passes.get(i - 1).satellite());
        }
    }

    @Test
    void noPassIsExpectedBeforeASatelliteWasOperational() {
        List<ExpectedPass> passes =
                OrbitCalendar.passes(new WrsScene(116, 34), LocalDate.of(2010, 1, 1), LocalDate.of(2021, 12, 31));
        assertThat(passes.getFirst().date()).isBetween(LocalDate.of(2013, 4, 11), LocalDate.of(2013, 4, 26));
        assertThat(passes.stream()
                        .filter(pass -> pass.satellite() == Satellite.LANDSAT_9)
                        .findFirst()
                        .orElseThrow()
                        .date())
                .isBetween(LocalDate.of(2021, 10, 31), LocalDate.of(2021, 11, 15));
    }

    @Test
    void eachPathIsPassedOncePerCycleInAnyRow() {
        for (int path = 1; path <= WrsScene.MAX_PATH; path++) {
            LocalDate from = LocalDate.of(2024, 3, 1);
            assertThat(OrbitCalendar.passes(new WrsScene(path, path), from, from.plusDays(15)))
                    .hasSize(2);
        }
    }

    @Test
    void anExpectedPassHasTheAcquisitionOfItsDate() {
        LocalDate day = LocalDate.of(2024, 8, 29);
        assertThat(OrbitCalendar.passes(new WrsScene(116, 34), day, day))
                .singleElement()
                .satisfies(pass -> assertThat(pass.acquisition().id()).isEqualTo("LC08_116034_20240829"));
    }
}
