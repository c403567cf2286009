package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.heatwatch.validation.SeasonalBaseline.Look;
import org.heatwatch.validation.SeasonalBaseline.Terms;
import org.junit.jupiter.api.Test;

final class SeasonalBaselineTest {
    private static final LocalDate START = LocalDate.of(2016, 3, 1);

    @Test
    void aYearlyWaveIsExpectedToGoOn() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            looks.add(new Look(START.plusDays(32L * i), wave(START.plusDays(32L * i)) + (i % 2 == 0 ? 0.1 : -0.1)));
        }
        SeasonalBaseline baseline =
                SeasonalBaseline.of(looks, Terms.YEARLY_WAVE).orElseThrow();
        LocalDate later = LocalDate.of(2024, 7, 3);

        assertThat(baseline.expected(later)).isCloseTo(wave(later), within(0.05));
        Score score = baseline.score(new Look(later, wave(later) + 1));
        assertThat(score.z()).isBetween(8.0, 11.0);
        assertThat(score.freedom()).isEqualTo(37);
    }

    @Test
    void idleScoresFollowStudentsT() {
        SplittableRandom random = new SplittableRandom(1);
        int alarms = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            List<Look> looks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                looks.add(new Look(START.plusDays(100L * i), random.nextGaussian()));
            }
            SeasonalBaseline baseline =
                    SeasonalBaseline.of(looks, Terms.YEARLY_WAVE).orElseThrow();
            Look idle = new Look(START.plusDays(2000), random.nextGaussian());
            alarms += baseline.score(idle).tailProbability() < 0.01 ? 1 : 0;
        }

        assertThat(alarms / (double) trials).isCloseTo(0.01, within(0.0025));
    }

    @Test
    void fourLooksTellNoSpreadRoundAWave() {
        List<Look> looks = List.of(
                new Look(START, 1),
                new Look(START.plusDays(90), 2),
                new Look(START.plusDays(180), 1),
                new Look(START.plusDays(270), 3));

        assertThat(SeasonalBaseline.of(looks, Terms.YEARLY_WAVE)).isEmpty();
        assertThat(SeasonalBaseline.of(looks, Terms.CONSTANT)).isPresent();
    }

    private static double wave(LocalDate date) {
        return 3 + 2 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 0.5) / date.lengthOfYear());
    }
}
