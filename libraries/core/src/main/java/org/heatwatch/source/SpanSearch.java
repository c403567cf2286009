package org.heatwatch.source;

/**
 * Searches for the range of observations in which a source was in use.
 *
 * <p>The likelihood is that of an {@link OnOffMixture} in the range and of no excess outside it. It is maximised in
 * turn over the mixture and over the range, from two starts: all observations, and the range with the largest gain in
 * chi square, sum of (2 k m - m²) / s² with the weighted mean m of the range.
 *
 * <p>A range that begins later or ends earlier than the observations must gain {@link #CHANGE_PENALTY} for each of
 * both. While the source is in use, the likelihood ratio of any earlier end is a martingale with mean 1, so that the
 * probability that it ever exceeds exp(4.5) is at most exp(-4.5) = 1.1 % at each end, for any number of observations
 * (Ville 1939).
 */
final class SpanSearch {
    /** Gain in log likelihood that a start or an end must have: three standard errors. */
    static final double CHANGE_PENALTY = 4.5;

    /** Fewest observations without excess after an end. */
    static final int FEWEST_AFTER_END = 3;

    /** Gain that any range must have, after the penalties: 2.5 standard errors. */
    static final double LEAST_GAIN = 2.5 * 2.5 / 2;

    private static final int MOST_TURNS = 10;

    private final ExcessSeries series;

    private SpanSearch(ExcessSeries series) {
        this.series = series;
    }

    /**
     * A range of observations.
     *
     * @param first index of the first observation
     * @param last index of the last observation
     * @param gain in log likelihood over no excess at all, less the penalties
     */
    record Range(int first, int last, double gain) {}

    /** The best range of a series with at least one observation. */
    static Range best(ExcessSeries series) {
        SpanSearch search = new SpanSearch(series);
        Range ofAll = search.improved(new Range(0, series.size() - 1, 0));
        Range ofPart = search.improved(search.largestChiSquare());
        return ofPart.gain > ofAll.gain ? ofPart : ofAll;
    }

    private Range improved(Range start) {
        Range best = new Range(0, series.size() - 1, Double.NEGATIVE_INFINITY);
        Range range = start;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Range next = largestGain(
                    OnOffMixture.fit(series.range(range.first, range.last)).gains(series));
            if (next.gain <= best.gain) {
                break;
            }
            best = next;
            range = next;
        }
        return best;
    }

    private Range largestGain(double[] gains) {
        int count = gains.length;
        Range best = new Range(0, count - 1, Double.NEGATIVE_INFINITY);
        double before = 0;
        double bestBefore = 0;
        int first = 0;
        double sum = 0;
        for (int last = 0; last < count; last++) {
            if (last > 0 && before + CHANGE_PENALTY < bestBefore) {
                bestBefore = before + CHANGE_PENALTY;
                first = last;
            }
            sum += gains[last];
            before = sum;
            double penalty = last == count - 1 ? 0 : CHANGE_PENALTY;
            boolean mayEnd = last == count - 1 || count - 1 - last >= FEWEST_AFTER_END;
            if (mayEnd && sum - bestBefore - penalty > best.gain) {
                best = new Range(first, last, sum - bestBefore - penalty);
            }
        }
        return best;
    }

    private Range largestChiSquare() {
        int count = series.size();
        Range best = new Range(0, count - 1, 0);
        for (int first = 0; first < count; first++) {
            double weights = 0;
            double sum = 0;
            for (int last = first; last < count; last++) {
                double weight = 1 / (series.error(last) * series.error(last));
                weights += weight;
                sum += weight * series.kelvin(last);
                // The sum of (2 k m - m²) / s² at its largest, m = sum / weights, which may not be negative.
                double gain = sum > 0 ? sum * sum / weights : 0;
                if (gain > best.gain) {
                    best = new Range(first, last, gain);
                }
            }
        }
        return best;
    }
}
