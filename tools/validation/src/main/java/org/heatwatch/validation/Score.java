package org.heatwatch.validation;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a method says of one facility in one scene.
 *
 * @param excess over what is expected of the idle facility, in kelvin of whatever kind the method measures
 * @param error standard error of the excess as the method states it, in the same unit
 * @param freedom degrees of freedom of Student's t that {@code excess / error} follows when idle; infinite for the normal
 */
public record Score(double excess, double error, double freedom) {

    public Score {
        if (!(Double.isFinite(excess) && error > 0 && freedom > 0)) {
            throw new IllegalArgumentException("no score: %s +- %s, nu %s".formatted(excess, error, freedom));
        }
    }

    public double z() {
        return excess / error;
    }

    /** Probability that an idle facility scores as high or higher, if the method is right about itself. */
    public double tailProbability() {
        return Double.isInfinite(freedom)
                ? NormalDistribution.of(0, 1).survivalProbability(z())
                : TDistribution.of(freedom).survivalProbability(z());
    }
}
