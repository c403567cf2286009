package org.heatwatch.simulator;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random generators that depend on a seed and a purpose only: what is changed in one thing leaves all else as it was drawn,
 * so that two simulations can be compared scene by scene.
 */
public final class RandomStreams {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private RandomStreams() {}

    /** A generator for whoever plans scenes. */
    public static RandomGenerator of(long seed, String purpose) {
        return generator(seed(seed, purpose));
    }

    /** A seed that belongs to a part of what another seed decides. */
    public static long seed(long seed, String purpose) {
        return mixed(seed * SPREAD + purpose.hashCode());
    }

    /** A generator for the parts of one landscape or scene; its streams are others than those of who plans it. */
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
