package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.junit.jupiter.api.Test;

final class MaskedPlacesTest {
    private static final SamplingGrid GRID =
            new SamplingGrid(new GridGeometry(0, 100, 100, 0), 0, 0, 300_000, 4_200_000);

    /** Whether there is a sample at these indices. */
    private interface Seen {
        boolean at(int across, int along);
    }

    /** Of a lattice of 20 by 20. */
    private static NativeSamples samples(Seen seen) {
        int[] places = IntStream.range(0, 400)
                .filter(i -> seen.at(i % 20, Math.floorDiv(i, 20)))
                .toArray();
        return NativeSamples.of(
                GRID,
                0.01,
                IntStream.of(places).map(i -> i % 20).toArray(),
                IntStream.of(places).map(i -> Math.floorDiv(i, 20)).toArray(),
                new double[places.length]);
    }

    private static double distance(MaskedPlaces masked, double across, double along) {
        double[] at = GRID.positionOf(across, along);
        return masked.distance(at[0], at[1]);
    }

    @Test
    void withoutCloudsNothingIsMasked() {
        MaskedPlaces masked = MaskedPlaces.of(samples((_, _) -> true));

        assertThat(distance(masked, 10, 10)).isInfinite();
    }

    @Test
    void theDistanceIsToTheNearestMaskedSample() {
        MaskedPlaces masked = MaskedPlaces.of(
                samples((across, along) -> !(across >= 8 && across <= 10 && along >= 8 && along <= 10)));

        assertThat(distance(masked, 9, 9)).isZero();
        assertThat(distance(masked, 13, 9)).isCloseTo(300, within(1e-6));
        assertThat(distance(masked, 13, 14)).isCloseTo(500, within(1e-6));
        assertThat(distance(masked, 2, 8.5)).isCloseTo(Math.hypot(600, 50), within(1e-6));
    }

    @Test
    void beyondTheEdgesOfASceneNothingIsMasked() {
        MaskedPlaces slanting = MaskedPlaces.of(samples((across, along) -> across >= along / 2 && along < 15));

        assertThat(distance(slanting, 0, 14)).isInfinite();
        assertThat(distance(slanting, 10, 18)).isInfinite();
    }

    /** Open in its row, but shut in by its column. */
    @Test
    void aCloudAtTheEdgeIsMasked() {
        MaskedPlaces masked = MaskedPlaces.of(samples((across, along) -> !(across <= 1 && along >= 8 && along <= 10)));

        assertThat(distance(masked, 0, 9)).isZero();
        assertThat(distance(masked, 4, 9)).isCloseTo(300, within(1e-6));
    }

    @Test
    void ofNoSamplesNothingIsKnown() {
        assertThat(distance(MaskedPlaces.of(samples((_, _) -> false)), 3, 3)).isInfinite();
    }
}
