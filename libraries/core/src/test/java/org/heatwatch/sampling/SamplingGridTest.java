package org.heatwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplingGridTest {

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    private static SamplingGrid random(SplittableRandom random) {
        return new SamplingGrid(
                new GridGeometry(
                        random.nextDouble(-20, 20),
                        random.nextDouble(99, 103),
                        random.nextDouble(95, 99),
                        random.nextDouble(-0.01, 0.01)),
                random.nextDouble(-5, 5),
                random.nextDouble(-5, 5),
                random.nextDouble(2e5, 8e5),
                random.nextDouble(0, 9e6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void indexAndPositionAreInverse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SamplingGrid grid = random(random);
        double across = random.nextDouble(-60, 60);
        double along = random.nextDouble(-60, 60);

        double[] position = grid.positionOf(across, along);

        assertThat(grid.indexOf(position[0], position[1])).containsExactly(new double[] {across, along}, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamplesOfAGridDoNotDependOnItsOrigin(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SamplingGrid grid = random(random);
        SamplingGrid moved = grid.about(
                grid.originEast() + random.nextDouble(-5000, 5000),
                grid.originNorth() + random.nextDouble(-5000, 5000));

        double[] sample = grid.positionOf(7, -11);
        double[] index = moved.indexOf(sample[0], sample[1]);

        assertThat(index[0]).isCloseTo(Math.rint(index[0]), within(1e-9));
        assertThat(index[1]).isCloseTo(Math.rint(index[1]), within(1e-9));
        assertThat(Arrays.stream(moved.phases()))
                .allSatisfy(phase -> assertThat(phase).isBetween(0.0, 1.0));
        assertThat(SamplingGrid.phaseDistance(
                        moved.about(grid.originEast(), grid.originNorth()).phases(), grid.phases()))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGridIsPeriodicInWholeSamples(long seed) {
        SamplingGrid grid = random(new SplittableRandom(seed));
        SamplingGrid canonical = grid.canonical();

        assertThat(Arrays.stream(canonical.phases()))
                .allSatisfy(phase -> assertThat(phase).isBetween(0.0, 1.0));
        assertThat(SamplingGrid.phaseDistance(canonical.phases(), grid.phases()))
                .isLessThan(1e-9);
        assertThat(canonical.canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neighboursAreOneSpacingApartAndRowsFollowTheRotation(long seed) {
        SamplingGrid grid = random(new SplittableRandom(seed));
        double[] here = grid.positionOf(3, 4);
        double[] next = grid.positionOf(4, 4);

        assertThat(Math.hypot(next[0] - here[0], next[1] - here[1]))
                .isCloseTo(grid.geometry().acrossMetres(), within(1e-6));
        assertThat(Math.toDegrees(Math.atan2(here[1] - next[1], next[0] - here[0])))
                .isCloseTo(grid.geometry().rotationDegrees(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDerivativesOfPixelIndicesAreThoseOfFiniteDifferences(long seed) {
        SamplingGrid grid = random(new SplittableRandom(seed));
        ThermalImage image = RealImages.image(6, 6, new double[36], grid.originEast() - 700, grid.originNorth() + 900);
        PixelIndices pixels = PixelIndices.of(image, grid);
        double[] steps = {1e-4, 1e-3, 1e-3, 1e-6, 1e-5, 1e-5};
        double[] acrossBy = new double[6];
        double[] alongBy = new double[6];

        for (int i = 0; i < 6; i++) {
            PixelIndices up = PixelIndices.of(image, moved(grid, i, steps[i]));
            PixelIndices down = PixelIndices.of(image, moved(grid, i, -steps[i]));
            for (int n = 0; n < pixels.count(); n++) {
                pixels.derivatives(n, grid, acrossBy, alongBy);
                assertThat(acrossBy[i]).isCloseTo((up.across(n) - down.across(n)) / (2 * steps[i]), within(1e-4));
                assertThat(alongBy[i]).isCloseTo((up.along(n) - down.along(n)) / (2 * steps[i]), within(1e-4));
            }
        }
    }

    private static SamplingGrid moved(SamplingGrid grid, int parameter, double step) {
        double[] p = grid.parameters();
        p[parameter] += step;
        return grid.withParameters(p);
    }
}
