package org.heatwatch.state;

/**
 * How cumulative sums weigh observations.
 *
 * @param allowance half the change that is detected fastest, in standard deviations
 * @param largestDeviate largest deviate of one observation, in standard deviations
 */
record CusumTuning(double allowance, double largestDeviate) {
    /** For the start of an idle facility: a rise of one standard deviation. */
    static final CusumTuning START = new CusumTuning(0.5, HeatScore.LARGEST_DEVIATE);

    /**
     * For a facility that ran in its reference period, whose activity varies from day to day: a change of three and a
     * half standard deviations, since a smaller one is seldom real, and no observation counts for more than three,
     * since a day of rest is no stop. Chosen by simulation: see docs/decisions.
     */
    static final CusumTuning CHANGE = new CusumTuning(1.75, 3);

    /** A deviate within the bounds. */
    double clamped(double q) {
        return Math.clamp(q, -largestDeviate, largestDeviate);
    }
}
