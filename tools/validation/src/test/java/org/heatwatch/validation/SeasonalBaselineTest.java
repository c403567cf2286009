package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.validation.SeasonalBaseline.DatedValue;
import org.heatwatch.validation.SeasonalBaseline.Terms;
import org.junit.jupiter.api.Test;

final class SeasonalBaselineTest {
    private static final LocalDate START = LocalDate.of(2016, 3, 1);

    @Test
    void aYearlyWaveIsExtrapolated() {
        List<DatedValue> values = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            values.add(
                    new DatedValue(START.plusDays(32L * i), wave(START.plusDays(32L * i)) + (i % 2 == 0 ? 0.1 : -0.1)));
        }
        SeasonalBaseline baseline =
                SeasonalBaseline.of(values, Terms.YEARLY_WAVE).orElseThrow();
        LocalDate later = LocalDate.of(2024, 7, 3);

        assertThat(baseline.expected(later)).isCloseTo(wave(later), within(0.05));
        MethodScore score = baseline.score(new DatedValue(later, wave(later) + 1));
        assertThat(score.z()).isBetween(8.0, 11.0);
        assertThat(score.degreesOfFreedom()).isEqualTo(37);
    }

    @Test
    void idleScoresFollowStudentsTDistribution() {
        SplittableRandom random = new SplittableRandom(1);
        int alarms = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            List<DatedValue> values = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                values.add(new DatedValue(START.plusDays(100L * i), random.nextGaussian()));
            }
            SeasonalBaseline baseline =
                    SeasonalBaseline.of(values, Terms.YEARLY_WAVE).orElseThrow();
            DatedValue idle = new DatedValue(START.plusDays(2000), random.nextGaussian());
            alarms += baseline.score(idle).tailProbability() < 0.01 ? 1 : 0;
        }

        assertThat(alarms / (double) trials).isCloseTo(0.01, within(0.0025));
    }

    @Test
    void fourValuesAreTooFewForAYearlyWave() {
        List<DatedValue> values = List.of(
                new DatedValue(START, 1),
                new DatedValue(START.plusDays(90), 2),
                new DatedValue(START.plusDays(180), 1),
                new DatedValue(START.plusDays(270), 3));

        assertThat(SeasonalBaseline.of(values, Terms.YEARLY_WAVE)).isEmpty();
        assertThat(SeasonalBaseline.of(values, Terms.CONSTANT)).isPresent();
    }

    private static double wave(LocalDate date) {
        return 3 + 2 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 0.5) / date.lengthOfYear());
    }
}
