package org.heatwatch.state;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where one look lies among the looks that the facility would give idle. Uniform, or standard normal, while it is idle.
 *
 * @param score percentile, 0 to 100
 * @param pValue share of idle looks that are at least as warm, 0 to 1; exact where the score has saturated
 * @param q the standard normal deviate of the same percentile, at most {@link #LARGEST_DEVIATE} either way
 */
public record HeatScore(double score, double pValue, double q) {
    /** One look counts for no more than this, be it ever so hot or cold. */
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
     * The score of a deviation.
     *
     * @param z the deviation in its own standard errors; infinite is allowed
     * @param freedom degrees of freedom of Student's t that z has while idle, above 0; infinite for a normal z
     * @throws IllegalArgumentException if z is no number, or the freedom not above 0
     */
    public static HeatScore of(double z, double freedom) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("a deviation that is no number has no score");
        }
        if (!(freedom > 0)) {
            throw new IllegalArgumentException("Student's t has no %s degrees of freedom".formatted(freedom));
        }
        // Always the tail that z is in: 1 - F would lose it to rounding.
        double tail = TDistribution.of(freedom).cumulativeProbability(-Math.abs(z));
        double deviate = tail <= SMALLEST_TAIL
                ? LARGEST_DEVIATE
                : Math.min(LARGEST_DEVIATE, NORMAL.inverseSurvivalProbability(tail));
        return z >= 0 ? new HeatScore(100 * (1 - tail), tail, deviate) : new HeatScore(100 * tail, 1 - tail, -deviate);
    }

    /** For people; at most ">99.9", since a percentile of some dozen looks has no room for certainty. */
    public String shown() {
        return shown(score);
    }

    /** The same of a score. */
    public static String shown(double score) {
        return score >= SATURATED ? ">99.9" : String.format(Locale.ROOT, "%.1f", score);
    }
}
