package org.heatwatch.simulator;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random generators that depend only on a seed and a purpose, so that a change to one part of a simulation leaves the
 * random draws of all other parts unchanged. The names of the purposes decide the draws: renaming one changes results.
 */
public final class RandomStreams {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private RandomStreams() {}

    /** A generator for the planner of scenes. */
    public static RandomGenerator of(long seed, String purpose) {
        return generator(seed(seed, purpose));
    }

    /** A seed derived from another seed and a purpose. */
    public static long seed(long seed, String purpose) {
        return mixed(seed * SPREAD + purpose.hashCode());
    }

    /** A generator for a part of a landscape or scene, independent of the streams of {@link #of}. */
    static RandomGenerator within(long seed, String part) {
        return generator(mixed(seed ^ ((long) part.hashCode() << 32)));
    }

    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
