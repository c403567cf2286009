package org.heatwatch.state;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Residuals of dormant eras as they might have been: Gaussian, of unit variance and lag-one autocorrelation.
 *
 * <p>Most false starts come from the few eras whose mean is far off. So the means are spread evenly over their
 * distribution, drawn wider than it is, and weighted back; the rest of an era is drawn to suit its mean.
 */
final class DormantDraws {
    /** How much wider than their distribution the means are drawn: twice as wide wastes draws, once leaves few far off. */
    private static final double WIDENING = 1.5;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double autocorrelation;
    private final double fresh;

    /** By how much each residual is expected to follow the mean. */
    private final double[] followsMean;

    private final double meanDeviation;

    DormantDraws(int looks, double autocorrelation) {
        this.autocorrelation = autocorrelation;
        fresh = Math.sqrt(1 - autocorrelation * autocorrelation);
        followsMean = new double[looks];
        double total = 0;
        for (int i = 0; i < looks; i++) {
            // The sum of its correlations with all residuals, itself included.
            double ends = Math.pow(autocorrelation, i + 1) + Math.pow(autocorrelation, looks - i);
            followsMean[i] = (1 + autocorrelation - ends) / (1 - autocorrelation);
            total += followsMean[i];
        }
        for (int i = 0; i < looks; i++) {
            followsMean[i] *= looks / total;
        }
        meanDeviation = Math.sqrt(total) / looks;
    }

    /** The residual after another; the first comes after a standard normal one as well as any. */
    double next(double residual, RandomGenerator random) {
        return autocorrelation * residual + fresh * random.nextGaussian();
    }

    /**
     * How many standard deviations the mean of an era is off.
     *
     * @param draw from 0 to draws - 1: the part of the distribution that it is of
     */
    static double meanDeviate(int draw, int draws, RandomGenerator random) {
        // Away from both ends of 0..1, where the deviate would be infinite.
        double part = (draw + 0.001 + 0.998 * random.nextDouble()) / draws;
        return WIDENING * NORMAL.inverseCumulativeProbability(part);
    }

    /** How many eras one with this mean stands for. */
    static double weight(double meanDeviate) {
        return WIDENING * Math.exp(-meanDeviate * meanDeviate * (1 - 1 / (WIDENING * WIDENING)) / 2);
    }

    /** The residuals of an era whose mean is so many standard deviations off. */
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
