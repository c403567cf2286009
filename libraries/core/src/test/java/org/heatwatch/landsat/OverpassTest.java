package org.heatwatch.landsat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OverpassTest {
    private static final Acquisition ACQUISITION = Acquisition.parse("LC09_116034_20251027");

    @Test
    void adjacentRowsOfAPathAreOneOverpass() {
        assertThat(Acquisition.parse("LC09_116033_20251027").overpass()).isEqualTo(ACQUISITION.overpass());
        assertThat(ACQUISITION.overpass().date()).isEqualTo(ACQUISITION.date());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LC08_116034_20251027",
                "LC09_115034_20251027",
                "LC09_116034_20251112",
                "LC09_116034_20251028",
                "LC09_116210_20251027"
            })
    void anotherSatelliteOrPathOrDateOrHalfOfTheOrbitIsAnotherOverpass(String other) {
        assertThat(Acquisition.parse(other).overpass()).isNotEqualTo(ACQUISITION.overpass());
    }

    @Test
    void aDayAndANightPassOfOneDateAreTwoOverpasses() {
        assertThat(Acquisition.parse("LC09_213210_20251027").overpass()).isNotEqualTo(ACQUISITION.overpass());
    }

    @Test
    void rowsOnBothSidesOfMidnightAreOneOverpass() {
        int acrossMidnight = 0;
        LocalDate from = LocalDate.of(2024, 3, 1);
        for (int path = 1; path <= WrsScene.MAX_PATH; path++) {
            for (int row = 130; row < 240; row++) {
                ExpectedPass pass = first(path, row, from);
                ExpectedPass next = first(path, row + 1, pass.date());
                if (!next.date().equals(pass.date())) {
                    acrossMidnight++;
                    assertThat(next.overpass()).isEqualTo(pass.overpass());
                }
            }
        }
        assertThat(acrossMidnight).isPositive();
    }

    private static ExpectedPass first(int path, int row, LocalDate from) {
        List<ExpectedPass> passes = OrbitCalendar.passes(new WrsScene(path, row), from, from.plusDays(16));
        return passes.stream()
                .filter(pass -> pass.satellite() == Satellite.LANDSAT_8)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAcquisitionThatTheOrbitDoesNotExpectHasItsOwnDate() {
        Acquisition unexpected = Acquisition.parse("LC08_116034_20251027");
        assertThat(unexpected.overpass().date()).isEqualTo(unexpected.date());
    }
}
