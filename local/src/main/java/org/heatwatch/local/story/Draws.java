package org.heatwatch.local.story;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random generators that depend on a seed and a purpose only, so that no draw shifts another. */
final class Draws {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Draws() {}

    static RandomGenerator of(long seed, String purpose) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed(seed, purpose));
    }

    static long seed(long seed, String purpose) {
        return new SplittableRandom(seed * SPREAD + purpose.hashCode()).nextLong();
    }
}
