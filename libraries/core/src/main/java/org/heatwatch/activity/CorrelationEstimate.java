package org.heatwatch.activity;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A correlation coefficient with its 95 % interval by Fisher's transformation, for independent pairs of values.
 *
 * @param value -1 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record CorrelationEstimate(double value, double low, double high) {
    private static final double QUANTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Largest value of a transformed coefficient; a correlation of 1 has no transform. */
    private static final double NEAR_ONE = 1 - 1e-12;

    /** Pearson's coefficient of n pairs: standard error 1 / sqrt(n - 3) (Fisher 1921). */
    static CorrelationEstimate pearson(double value, int n) {
        return of(value, 1 / Math.sqrt(n - 3));
    }

    /** Spearman's coefficient: standard error sqrt((1 + r2 / 2) / (n - 3)) (Bonett and Wright 2000). */
    static CorrelationEstimate spearman(double value, int n) {
        return of(value, Math.sqrt((1 + value * value / 2) / (n - 3)));
    }

    private static CorrelationEstimate of(double value, double error) {
        double bounded = Math.clamp(value, -NEAR_ONE, NEAR_ONE);
        double transformed = 0.5 * Math.log((1 + bounded) / (1 - bounded));
        return new CorrelationEstimate(
                value, Math.tanh(transformed - QUANTILE * error), Math.tanh(transformed + QUANTILE * error));
    }
}
