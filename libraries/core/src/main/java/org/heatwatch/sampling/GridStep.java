package org.heatwatch.sampling;

/**
 * A joint step of grid and samples.
 *
 * <p>The arrays are not copied.
 *
 * @param parameters change of each parameter of the grid
 * @param bend change of each coefficient of the bend in metres; empty for an affine grid
 * @param samples change of each sample
 */
@SuppressWarnings("ArrayRecordComponent") // a short-lived result of one computation, never compared
record GridStep(double[] parameters, double[] bend, double[] samples) {
    /** For each parameter of the grid: near the bends of Akima's slopes a longer step is not a good one. */
    private static final double[] LONGEST = {1, 2, 2, 0.05, 0.3, 0.3};

    private static final double LONGEST_BEND_METRES = 25;

    /** The largest share of the step with which nothing exceeds its longest step. */
    double longestShare() {
        double share = 1;
        for (int i = 0; i < parameters.length; i++) {
            share = Math.min(share, LONGEST[i] / Math.abs(parameters[i]));
        }
        for (double metres : bend) {
            share = Math.min(share, LONGEST_BEND_METRES / Math.abs(metres));
        }
        return share;
    }
}
