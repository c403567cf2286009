package org.heatwatch.simulator;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random generators that depend on a seed and a purpose only. */
final class Randoms {
    private Randoms() {}

    static RandomGenerator of(long seed, String purpose) {
        long mixed = new SplittableRandom(seed ^ ((long) purpose.hashCode() << 32)).nextLong();
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }
}
