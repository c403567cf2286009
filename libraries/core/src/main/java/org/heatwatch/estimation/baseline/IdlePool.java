package org.heatwatch.estimation.baseline;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * What the idle parcels of a site have in common: how far a roof's own coefficients lie from zero, and how its variance
 * lies about the expected one. A single roof's baseline leans on this (empirical Bayes; Efron and Morris 1973, for
 * variances Smyth 2004).
 *
 * @param constant variance over roofs of the constant
 * @param yearly variance over roofs of either half of the yearly cycle
 * @param commonMode variance over roofs of the share of the common mode
 * @param commonModeShare mean over roofs of that share
 * @param varianceRatio usual ratio of a roof's variance to the expected one
 * @param varianceFreedom degrees of freedom that knowing this is worth
 */
public record IdlePool(
        double constant,
        double yearly,
        double commonMode,
        double commonModeShare,
        double varianceRatio,
        double varianceFreedom) {

    /** Before anything is known of a site. */
    static final IdlePool VAGUE = new IdlePool(1, 1, 1, 0, 1, 0);

    private static final double LEAST_CONSTANT = 0.05 * 0.05;
    private static final double LEAST_YEARLY = 0.02 * 0.02;
    private static final double LEAST_SHARE = 0.05 * 0.05;
    private static final double MOST_FREEDOM = 150;
    private static final int FEWEST_PARCELS = 5;
    private static final int COMMON_MODE = 3;

    /** Learns from the dormant looks of the idle parcels. */
    public static IdlePool of(List<List<BaselineRow>> parcels) {
        List<List<BaselineRow>> enough = parcels.stream()
                .filter(looks -> looks.size() >= Baseline.FEWEST_LOOKS)
                .toList();
        if (enough.size() < FEWEST_PARCELS) {
            return VAGUE;
        }
        IdlePool pool = VAGUE;
        for (int turn = 0; turn < 3; turn++) {
            pool = learn(enough, pool);
        }
        return pool;
    }

    private static IdlePool learn(List<List<BaselineRow>> parcels, IdlePool before) {
        double[] squares = new double[4];
        double sum = 0;
        double sumOfSquares = 0;
        double expected = 0;
        double share = 0;
        for (List<BaselineRow> looks : parcels) {
            // A coefficient's own posterior: its square and variance together are what its prior's variance should be.
            Baseline own = Baseline.of(looks, before);
            for (int i = 0; i < squares.length; i++) {
                squares[i] += own.coefficient(i) * own.coefficient(i) + own.coefficientVariance(i);
            }
            share += own.coefficient(COMMON_MODE);
            double half = own.ownFreedom() / 2;
            double log = Math.log(own.ownRatio()) - Digamma.value(half) + Math.log(half);
            sum += log;
            sumOfSquares += log * log;
            expected += Trigamma.value(half);
        }
        int n = parcels.size();
        share /= n;
        double mean = sum / n;
        double spread = (sumOfSquares - n * mean * mean) / (n - 1) - expected / n;
        double freedom = spread > 0 ? Math.min(MOST_FREEDOM, 2 * inverseTrigamma(spread)) : MOST_FREEDOM;
        double ratio = Math.exp(mean + Digamma.value(freedom / 2) - Math.log(freedom / 2));
        return new IdlePool(
                Math.max(LEAST_CONSTANT, squares[0] / n),
                Math.max(LEAST_YEARLY, (squares[1] + squares[2]) / (2 * n)),
                Math.max(LEAST_SHARE, squares[COMMON_MODE] / n - share * share),
                share,
                ratio,
                freedom);
    }

    /** Newton's method on the reciprocal, which is nearly straight (Smyth 2004, appendix). */
    private static double inverseTrigamma(double value) {
        double y = 0.5 + 1 / value;
        for (int i = 0; i < 20; i++) {
            double trigamma = Trigamma.value(y);
            double slope = (Trigamma.value(y * 1.0001) - trigamma) / (y * 0.0001);
            y += trigamma * (1 - trigamma / value) / slope;
        }
        return y;
    }

    double[] priorMeans() {
        return new double[] {0, 0, 0, commonModeShare};
    }

    double[] priorVariances() {
        return new double[] {constant, yearly, yearly, commonMode};
    }
}
