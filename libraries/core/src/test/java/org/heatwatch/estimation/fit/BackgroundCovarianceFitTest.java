package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackgroundCovarianceFitTest {
    private static Optional<SingleSceneCovariance> estimate(LocalSamples scene) {
        List<Integer> all = IntStream.range(0, scene.count()).boxed().toList();
        return BackgroundCovarianceFit.ofGround(SingleSceneFit.groundPatches(scene, all));
    }

    @ParameterizedTest
    @CsvSource({"10000, 90, 0.03", "400, 130, 0.1", "2500, 60, 0.003"})
    void varianceAndRangeOfASimulatedFieldAreRecovered(double variance, double range, double nugget) {
        FieldDraw field = new FieldDraw(20, new SingleSceneCovariance(variance, range, nugget));
        SplittableRandom random = new SplittableRandom(4);
        double sumOfVariances = 0;
        double sumOfLogRanges = 0;
        int draws = 5;

        for (int i = 0; i < draws; i++) {
            SingleSceneCovariance found = estimate(field.draw(random)).orElseThrow();
            sumOfVariances += found.variance();
            sumOfLogRanges += Math.log(found.rangeMetres());
        }

        // The candidate ranges differ by a factor of 1.5.
        assertThat(sumOfVariances / draws).isBetween(0.7 * variance, 1.4 * variance);
        assertThat(Math.exp(sumOfLogRanges / draws)).isBetween(range / 1.5, range * 1.5);
    }

    @Test
    void theUnitOfTheSamplesDoesNotAffectTheShape() {
        FieldDraw field = new FieldDraw(14, new SingleSceneCovariance(1, 90, 0.03));
        FieldDraw.Field samples = field.draw(new SplittableRandom(2));
        FieldDraw.Field larger = samples.withValues(
                samples.values().stream().map(v -> 300 * v + 22000).toList());

        SingleSceneCovariance one = estimate(samples).orElseThrow();
        SingleSceneCovariance other = estimate(larger).orElseThrow();

        assertThat(other.rangeMetres()).isEqualTo(one.rangeMetres());
        assertThat(other.nuggetShare()).isEqualTo(one.nuggetShare());
        assertThat(other.variance() / one.variance()).isBetween(89999.0, 90001.0);
    }

    @Test
    void tooFewSamplesGiveNoCovariance() {
        FieldDraw field = new FieldDraw(3, new SingleSceneCovariance(1, 90, 0.03));

        assertThat(estimate(field.draw(new SplittableRandom(1)))).isEmpty();
    }
}
