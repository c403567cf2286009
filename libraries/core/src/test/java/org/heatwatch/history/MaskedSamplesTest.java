package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.junit.jupiter.api.Test;

final class MaskedSamplesTest {
    private static final SamplingGrid GRID =
            new SamplingGrid(new GridGeometry(0, 100, 100, 0), 0, 0, 300_000, 4_200_000);

    /** Whether there is a sample at these indices. */
    private interface Visibility {
        boolean at(int across, int along);
    }

    /** Samples of a lattice of 20 by 20. */
    private static NativeSamples samples(Visibility visibility) {
        int[] indices = IntStream.range(0, 400)
                .filter(i -> visibility.at(i % 20, Math.floorDiv(i, 20)))
                .toArray();
        return NativeSamples.of(
                GRID,
                0.01,
                IntStream.of(indices).map(i -> i % 20).toArray(),
                IntStream.of(indices).map(i -> Math.floorDiv(i, 20)).toArray(),
                new double[indices.length]);
    }

    private static double distance(MaskedSamples masked, double across, double along) {
        double[] at = GRID.positionOf(across, along);
        return masked.distance(at[0], at[1]);
    }

    @Test
    void withoutCloudsNothingIsMasked() {
        MaskedSamples masked = MaskedSamples.of(samples((_, _) -> true));

        assertThat(distance(masked, 10, 10)).isInfinite();
    }

    @Test
    void theDistanceIsToTheNearestMaskedSample() {
        MaskedSamples masked = MaskedSamples.of(
                samples((across, along) -> !(across >= 8 && across <= 10 && along >= 8 && along <= 10)));

        assertThat(distance(masked, 9, 9)).isZero();
        assertThat(distance(masked, 13, 9)).isCloseTo(300, within(1e-6));
        assertThat(distance(masked, 13, 14)).isCloseTo(500, within(1e-6));
        assertThat(distance(masked, 2, 8.5)).isCloseTo(Math.hypot(600, 50), within(1e-6));
    }

    @Test
    void samplesBeyondTheEdgesOfASceneAreNotMasked() {
        MaskedSamples slanting = MaskedSamples.of(samples((across, along) -> across >= along / 2 && along < 15));

        assertThat(distance(slanting, 0, 14)).isInfinite();
        assertThat(distance(slanting, 10, 18)).isInfinite();
    }

    /** A gap at the end of its row, but between observed samples of its column. */
    @Test
    void aCloudAtTheEdgeIsMasked() {
        MaskedSamples masked =
                MaskedSamples.of(samples((across, along) -> !(across <= 1 && along >= 8 && along <= 10)));

        assertThat(distance(masked, 0, 9)).isZero();
        assertThat(distance(masked, 4, 9)).isCloseTo(300, within(1e-6));
    }

    @Test
    void withoutSamplesNothingIsMasked() {
        assertThat(distance(MaskedSamples.of(samples((_, _) -> false)), 3, 3)).isInfinite();
    }
}
