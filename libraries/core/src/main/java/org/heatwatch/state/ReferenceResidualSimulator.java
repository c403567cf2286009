package org.heatwatch.state;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Simulates residuals of a reference period: Gaussian, with unit variance and lag-one autocorrelation.
 *
 * <p>Most false starts follow from the few reference periods whose mean is far off. The means are therefore drawn by
 * stratified importance sampling from a wider distribution and weighted accordingly; the other residuals are drawn
 * conditionally on the mean.
 */
final class ReferenceResidualSimulator {
    /** Widening of the distribution of the means: 2 would waste draws, 1 would give few means that are far off. */
    private static final double WIDENING = 1.5;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double autocorrelation;

    /** Standard deviation of the part of a residual that is independent of the previous one. */
    private final double innovation;

    /** Regression coefficients of the residuals on their mean. */
    private final double[] followsMean;

    private final double meanDeviation;

    private ReferenceResidualSimulator(double autocorrelation, double[] followsMean, double meanDeviation) {
        this.autocorrelation = autocorrelation;
        this.innovation = Math.sqrt(1 - autocorrelation * autocorrelation);
        this.followsMean = followsMean;
        this.meanDeviation = meanDeviation;
    }

    /** For reference periods with so many observations. */
    static ReferenceResidualSimulator of(int observations, double autocorrelation) {
        double[] followsMean = new double[observations];
        double total = 0;
        for (int i = 0; i < observations; i++) {
            // Sum of this residual's correlations with all residuals, itself included.
            double ends = Math.pow(autocorrelation, i + 1) + Math.pow(autocorrelation, observations - i);
            followsMean[i] = (1 + autocorrelation - ends) / (1 - autocorrelation);
            total += followsMean[i];
        }
        for (int i = 0; i < observations; i++) {
            followsMean[i] *= observations / total;
        }
        return new ReferenceResidualSimulator(autocorrelation, followsMean, Math.sqrt(total) / observations);
    }

    /** The residual that follows a given one; any standard normal value may precede the first. */
    double next(double residual, RandomGenerator random) {
        return autocorrelation * residual + innovation * random.nextGaussian();
    }

    /**
     * Draws the mean of a reference period, in its standard deviations.
     *
     * @param draw 0 to draws - 1: the interval of the distribution to draw from
     */
    static double meanDeviate(int draw, int draws, RandomGenerator random) {
        // Stays away from both ends of 0..1, where the deviate would be infinite.
        double part = (draw + 0.001 + 0.998 * random.nextDouble()) / draws;
        return WIDENING * NORMAL.inverseCumulativeProbability(part);
    }

    /** Importance weight of a mean drawn by {@link #meanDeviate}. */
    static double weight(double meanDeviate) {
        return WIDENING * Math.exp(-meanDeviate * meanDeviate * (1 - 1 / (WIDENING * WIDENING)) / 2);
    }

    /** Draws the residuals of a reference period with a given mean, in the mean's standard deviations. */
    double[] residuals(double meanDeviate, RandomGenerator random) {
        double[] residuals = new double[followsMean.length];
        double residual = random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            residual = next(residual, random);
            residuals[i] = residual;
            sum += residual;
        }
        double correction = meanDeviate * meanDeviation - sum / residuals.length;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] += followsMean[i] * correction;
        }
        return residuals;
    }
}
