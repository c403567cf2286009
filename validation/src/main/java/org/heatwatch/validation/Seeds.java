package org.heatwatch.validation;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random generators that depend on a seed and a purpose only: a recipe that is changed in one thing leaves all else as
 * it was drawn, so that what two recipes give can be compared scene by scene.
 */
final class Seeds {
    private Seeds() {}

    static RandomGenerator random(long seed, String purpose) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed(seed, purpose));
    }

    static long seed(long seed, String purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode()).nextLong();
    }
}
