package org.heatwatch.validation;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Result of a method for one facility in one scene.
 *
 * @param excess excess over the expected idle value, in the kind of kelvin that the method measures
 * @param error standard error of the excess according to the method, in the same unit
 * @param degreesOfFreedom degrees of freedom of Student's t distribution of {@code excess / error} when idle; infinite
 *     for the normal distribution
 */
public record MethodScore(double excess, double error, double degreesOfFreedom) {

    public MethodScore {
        if (!(Double.isFinite(excess) && error > 0 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "invalid score: %s +- %s with %s degrees of freedom".formatted(excess, error, degreesOfFreedom));
        }
    }

    public double z() {
        return excess / error;
    }

    /** Probability of a score at least as high for an idle facility, according to the method. */
    public double tailProbability() {
        return Double.isInfinite(degreesOfFreedom)
                ? NormalDistribution.of(0, 1).survivalProbability(z())
                : TDistribution.of(degreesOfFreedom).survivalProbability(z());
    }
}
