package org.heatwatch.source;

/**
 * A source that is active in some overpasses and idle in the others: the excess of an idle overpass is 0, that of an
 * active one is normally distributed about a mean, with a standard deviation of {@link #SPREAD} of it, both with the
 * known standard errors in addition.
 *
 * @param share of the overpasses that are active, 0 to 1
 * @param kelvin mean excess of an active overpass, effective kelvin
 */
record OnOffMixture(double share, double kelvin) {
    /** Standard deviation of the excess of active overpasses, relative to its mean: load, wind and moisture vary. */
    static final double SPREAD = 0.3;

    /** Bound of the evidence of one overpass: that of three standard errors. One overpass alone decides nothing. */
    static final double LARGEST_GAIN = 4.5;

    private static final double LARGEST_RATIO = 500;
    private static final double FIRST_SHARE = 0.7;
    private static final double LEAST_KELVIN = 1e-3;
    private static final int MOST_STEPS = 200;
    private static final double CONVERGED = 1e-4;

    /** Fits both parameters by expectation maximisation (Dempster, Laird and Rubin 1977). */
    static OnOffMixture fit(ExcessSeries series) {
        double first = Math.max(LEAST_KELVIN, series.mean(series.betweenVariance()) / FIRST_SHARE);
        OnOffMixture mixture = new OnOffMixture(FIRST_SHARE, first);
        for (int step = 0; step < MOST_STEPS; step++) {
            OnOffMixture next = mixture.improved(series);
            boolean isConverged = Math.abs(next.share - mixture.share) < CONVERGED
                    && Math.abs(next.kelvin - mixture.kelvin) < CONVERGED * mixture.kelvin;
            mixture = next;
            if (isConverged) {
                break;
            }
        }
        return mixture;
    }

    private OnOffMixture improved(ExcessSeries series) {
        double active = 0;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < series.size(); i++) {
            double error = series.error(i);
            double ratio = share * Math.exp(logRatio(series.kelvin(i), error));
            double probability = ratio / (1 - share + ratio);
            double weight = probability / (error * error + Math.pow(SPREAD * kelvin, 2));
            active += probability;
            sum += weight * series.kelvin(i);
            weights += weight;
        }
        // As if one more overpass had been half active: keeps both states possible.
        double nextShare = (active + 0.5) / (series.size() + 1);
        return new OnOffMixture(nextShare, weights > 0 ? Math.max(LEAST_KELVIN, sum / weights) : kelvin);
    }

    /** Logarithm of the likelihood ratio of an active overpass to an idle one. */
    private double logRatio(double observed, double error) {
        double idle = error * error;
        double active = idle + Math.pow(SPREAD * kelvin, 2);
        double log =
                0.5 * (Math.log(idle / active) + observed * observed / idle - Math.pow(observed - kelvin, 2) / active);
        return Math.clamp(log, -LARGEST_RATIO, LARGEST_RATIO);
    }

    /**
     * Gain in log likelihood of each observation if the source was in use, over a source that was not; within
     * {@link #LARGEST_GAIN} of 0. The evidence that an overpass was active is bounded before its share enters: a few
     * hot overpasses after many idle ones are then better explained by a start than by a small share.
     */
    double[] gains(ExcessSeries series) {
        double[] gains = new double[series.size()];
        for (int i = 0; i < gains.length; i++) {
            double ratio = Math.exp(Math.min(LARGEST_GAIN, logRatio(series.kelvin(i), series.error(i))));
            gains[i] = Math.clamp(Math.log(1 - share + share * ratio), -LARGEST_GAIN, LARGEST_GAIN);
        }
        return gains;
    }
}
