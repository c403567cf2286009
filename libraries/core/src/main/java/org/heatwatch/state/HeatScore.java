package org.heatwatch.state;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Percentile of one observation in the distribution that is expected of the idle facility. While the facility is idle,
 * the score is uniformly distributed and its deviate standard normal.
 *
 * @param score percentile, 0 to 100
 * @param pValue probability that an idle observation is at least as warm, 0 to 1; exact also where the score is near
 *     100
 * @param q the standard normal deviate of the same percentile, clamped to ±{@link #LARGEST_DEVIATE}
 */
public record HeatScore(double score, double pValue, double q) {
    /** Bound of the deviate, so that one extreme observation cannot decide a state on its own. */
    public static final double LARGEST_DEVIATE = 4;

    private static final double SATURATED = 99.95;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double SMALLEST_TAIL = NORMAL.survivalProbability(LARGEST_DEVIATE);

    public HeatScore {
        if (!(score >= 0 && score <= 100)) {
            throw new IllegalArgumentException("a score of %s is outside 0..100".formatted(score));
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("a p-value of %s is outside 0..1".formatted(pValue));
        }
        if (!(Math.abs(q) <= LARGEST_DEVIATE)) {
            throw new IllegalArgumentException("a deviate of %s is outside -4..4".formatted(q));
        }
    }

    /**
     * Scores an excess over the baseline.
     *
     * @param z the excess in units of its standard error; may be infinite
     * @param degreesOfFreedom of Student's t that z follows while the facility is idle, above 0; infinite for a normal
     *     z
     * @throws IllegalArgumentException if z is NaN or the degrees of freedom are not above 0
     */
    public static HeatScore of(double z, double degreesOfFreedom) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z is NaN");
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom of %s are not above 0".formatted(degreesOfFreedom));
        }
        // The tail on the side of z: 1 - F would lose precision to rounding.
        double tail = TDistribution.of(degreesOfFreedom).cumulativeProbability(-Math.abs(z));
        double deviate = tail <= SMALLEST_TAIL
                ? LARGEST_DEVIATE
                : Math.min(LARGEST_DEVIATE, NORMAL.inverseSurvivalProbability(tail));
        return z >= 0 ? new HeatScore(100 * (1 - tail), tail, deviate) : new HeatScore(100 * tail, 1 - tail, -deviate);
    }

    /**
     * The score as text; at most ">99.9", since a percentile learned from a few dozen observations is not more certain.
     */
    public String shown() {
        return shown(score);
    }

    /** A score as text; at most ">99.9". */
    public static String shown(double score) {
        return score >= SATURATED ? ">99.9" : String.format(Locale.ROOT, "%.1f", score);
    }
}
