package org.heatwatch.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClutterEstimatorTest {
    private static final double REACH = 330;

    @ParameterizedTest
    @CsvSource({"10000, 90, 0.03", "400, 130, 0.1", "2500, 60, 0.003"})
    void varianceAndRangeOfADrawnFieldComeBack(double variance, double range, double nugget) {
        FieldDraw field = new FieldDraw(20, new ClutterCovariance(variance, range, nugget));
        SplittableRandom random = new SplittableRandom(4);
        double sumOfVariances = 0;
        double sumOfLogRanges = 0;
        int draws = 5;

        for (int i = 0; i < draws; i++) {
            ClutterCovariance found =
                    ClutterEstimator.estimate(field.draw(random), REACH).orElseThrow();
            sumOfVariances += found.variance();
            sumOfLogRanges += Math.log(found.rangeMetres());
        }

        // The ranges that are tried lie a factor of 1.5 apart.
        assertThat(sumOfVariances / draws).isBetween(0.7 * variance, 1.4 * variance);
        assertThat(Math.exp(sumOfLogRanges / draws)).isBetween(range / 1.5, range * 1.5);
    }

    @Test
    void theUnitOfTheSamplesDoesNotMatterToTheShape() {
        FieldDraw field = new FieldDraw(14, new ClutterCovariance(1, 90, 0.03));
        var samples = field.draw(new SplittableRandom(2));
        var larger = samples.stream()
                .map(s -> new LocalRegression.Sample(s.east(), s.north(), 300 * s.value() + 22000))
                .toList();

        ClutterCovariance one = ClutterEstimator.estimate(samples, REACH).orElseThrow();
        ClutterCovariance other = ClutterEstimator.estimate(larger, REACH).orElseThrow();

        assertThat(other.rangeMetres()).isEqualTo(one.rangeMetres());
        assertThat(other.nuggetShare()).isEqualTo(one.nuggetShare());
        assertThat(other.variance() / one.variance()).isBetween(89999.0, 90001.0);
    }

    @Test
    void tooFewSamplesSayNothing() {
        FieldDraw field = new FieldDraw(3, new ClutterCovariance(1, 90, 0.03));

        assertThat(ClutterEstimator.estimate(field.draw(new SplittableRandom(1)), REACH))
                .isEmpty();
    }
}
