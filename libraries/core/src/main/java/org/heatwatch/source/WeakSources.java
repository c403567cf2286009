package org.heatwatch.source;

/**
 * Estimates how many buildings in use are too weak to be found. Buildings are counted whose amount while they are in
 * use is at least the threshold of the search less {@link #REACH} standard errors: weaker ones are not part of the
 * count.
 *
 * <p>A Horvitz-Thompson estimate (1952): each source that was found counts 1/p, with its probability p to be found. An
 * amount near the threshold was more likely too small than too large, and hardly says how large p is (the maximum
 * likelihood under truncation goes to -infinity at the threshold). Therefore all sources within {@link #WINDOW}
 * standard errors above the threshold share one p: the mean over amounts that are equally frequent from the smallest
 * that counts to the end of the window, WINDOW / (WINDOW + reach). Sources above the window are always found. The
 * reach is REACH for a source that is in use throughout the period, and larger for one that is in use in a part of it,
 * because the search finds the mean amount of the period.
 *
 * <p>The missing number is Poisson distributed with a density that the window determines: given k sources in the
 * window, it follows a negative binomial distribution with size k + 1/2 (Jeffreys' prior) and p, whose quantiles bound
 * the interval. In a simulation its standard deviation is 3.3 of 40 buildings; with p
 * from the maximum likelihood of each source, at least 0.3, it is 4.4.
 *
 * @param threshold z above which a place is a source
 */
record WeakSources(double threshold) {
    /** Standard errors below the threshold down to which buildings are counted. */
    static final double REACH = 2;

    /**
     * Standard errors above the threshold within which a source has weaker neighbours in amount that were not found.
     */
    static final double WINDOW = 3;

    private static final double PRIOR_SIZE = 0.5;

    /**
     * Buildings that count for one source that was found, besides itself.
     *
     * @param z of the source
     * @param share of the period in which it was in use, 0 to 1
     */
    double missing(double z, double share) {
        double smallest = share * (threshold - REACH);
        return z < threshold + WINDOW ? (threshold - smallest) / WINDOW : 0;
    }

    boolean isInWindow(double z) {
        return z < threshold + WINDOW;
    }

    /**
     * Quantile of the missing number.
     *
     * @param inWindow number of sources in the window
     * @param missing its expectation without the prior
     * @param probability of the quantile
     */
    static int quantile(double inWindow, double missing, double probability) {
        double each = inWindow > 0 ? missing / inWindow : REACH / WINDOW;
        double found = 1 / (1 + each);
        double size = inWindow + PRIOR_SIZE;
        double term = Math.pow(found, size);
        double cumulative = term;
        int count = 0;
        while (cumulative < probability) {
            term *= (size + count) / (count + 1) * (1 - found);
            count++;
            cumulative += term;
        }
        return count;
    }
}
