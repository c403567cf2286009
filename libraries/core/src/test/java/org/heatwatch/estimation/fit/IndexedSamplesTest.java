package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

final class IndexedSamplesTest {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scattered(double[] east, double[] north) implements LocalSamples {
        static Scattered of(int count, long seed) {
            Random random = new Random(seed);
            return new Scattered(
                    random.doubles(count, 0, 5000).toArray(),
                    random.doubles(count, -2000, 1000).toArray());
        }

        @Override
        public int count() {
            return east.length;
        }

        @Override
        public double east(int sample) {
            return east[sample];
        }

        @Override
        public double north(int sample) {
            return north[sample];
        }

        @Override
        public double kelvin(int sample) {
            return sample;
        }

        int[] within(Envelope box) {
            return IntStream.range(0, count())
                    .filter(s -> box.contains(east[s], north[s]))
                    .toArray();
        }
    }

    @Test
    void findsTheSamplesOfAnyRectangleInAscendingOrder() {
        Scattered samples = Scattered.of(2000, 1);
        IndexedSamples indexed = IndexedSamples.of(samples);
        Random random = new Random(2);

        for (int i = 0; i < 200; i++) {
            Envelope box = new Envelope(
                    random.nextDouble(-1000, 6000),
                    random.nextDouble(-1000, 6000),
                    random.nextDouble(-3000, 2000),
                    random.nextDouble(-3000, 2000));

            assertThat(indexed.within(box)).as("%s", box).containsExactly(samples.within(box));
        }
    }

    @Test
    void aSceneWithoutSamplesHasNoneAnywhere() {
        IndexedSamples indexed = IndexedSamples.of(Scattered.of(0, 1));

        assertThat(indexed.within(new Envelope(-1e6, 1e6, -1e6, 1e6))).isEmpty();
    }
}
