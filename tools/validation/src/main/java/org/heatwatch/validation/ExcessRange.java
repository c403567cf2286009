package org.heatwatch.validation;

import java.util.random.RandomGenerator;

/**
 * A range of excesses, from which values are drawn uniformly.
 *
 * @param least in kelvin
 * @param most in kelvin, at least as high
 */
public record ExcessRange(double least, double most) {
    public ExcessRange {
        if (!(least <= most)) {
            throw new IllegalArgumentException("no range of excesses: %s to %s K".formatted(least, most));
        }
    }

    double draw(RandomGenerator random) {
        return least + (most - least) * random.nextDouble();
    }
}
