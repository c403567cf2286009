package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.site.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalesTest {
    private static final LocalDate FROM = LocalDate.of(2023, 11, 17);

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 45, 90, 200, 300, 500, 1000, 1500, 4000, 6000})
    void aTimeAxisHasAFewTicksAndNeverSoManyThatTheyRunTogether(int days) {
        List<TimeTicks.Tick> ticks = TimeTicks.between(FROM, FROM.plusDays(days));
        assertThat(ticks).hasSizeBetween(2, 14);
        assertThat(ticks)
                .allMatch(tick -> !tick.date().isBefore(FROM) && !tick.date().isAfter(FROM.plusDays(days)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.013, 0.9, 1, 3, 3.01, 7.2, 9.9, 10, 84, 1234})
    void aRoundNumberIsNotBelowItsValueAndNotFarAboveIt(double value) {
        assertThat(RoundNumber.atLeast(value)).isBetween(value, 1.6 * value);
    }

    @Test
    void theKelvinAxisIncludesEveryObservationWithItsError() {
        KelvinRange range = KelvinRange.of(
                HistoryChartTest.charted(List.of(Fixtures.history(Fixtures.scored(-7), Fixtures.scored(12)))),
                Fixtures.FIRST,
                Fixtures.last(2));
        assertThat(range.low()).isLessThan(-8);
        assertThat(range.high()).isGreaterThan(13);
        assertThat(range.ticks()).contains(0.0).hasSizeBetween(3, 6);
    }

    @Test
    void aPlaceholderIsLabelledAsSuch() {
        assertThat(Fixtures.feature("a", Role.FACILITY, 0, 500).label()).endsWith("(placeholder)");
        assertThat(Fixtures.facility().label()).doesNotContain("(");
    }
}
