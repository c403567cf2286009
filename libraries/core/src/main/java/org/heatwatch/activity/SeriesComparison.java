package org.heatwatch.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Correlation of an activity index with a series from another source.
 *
 * @param pairs periods in which both are known, in order, at least {@link #FEWEST}
 * @param pearson of the values
 * @param spearman of their ranks
 */
public record SeriesComparison(List<Pair> pairs, CorrelationEstimate pearson, CorrelationEstimate spearman) {
    /** Fewest pairs: the interval of a correlation needs more than three. */
    public static final int FEWEST = 4;

    public SeriesComparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * Values of a period.
     *
     * @param index the activity index
     * @param value of the other series
     */
    public record Pair(IndexPeriod index, double value) {}

    /** The periods in which both are known. */
    public static List<Pair> pairs(List<IndexPeriod> index, Map<LocalDate, Double> series) {
        List<Pair> pairs = new ArrayList<>();
        for (IndexPeriod period : index) {
            Double value = series.get(period.from());
            if (period.kelvinSquareMetres() != null && value != null) {
                pairs.add(new Pair(period, value));
            }
        }
        return pairs;
    }

    /**
     * Compares an index with a series.
     *
     * @throws IllegalArgumentException if there are too few pairs, or one series does not vary
     */
    public static SeriesComparison of(List<Pair> pairs) {
        if (pairs.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "%d periods have both values, but a correlation needs %d".formatted(pairs.size(), FEWEST));
        }
        double[] index = pairs.stream()
                .mapToDouble(pair -> known(pair.index().kelvinSquareMetres()))
                .toArray();
        double[] value = pairs.stream().mapToDouble(Pair::value).toArray();
        return new SeriesComparison(
                pairs,
                CorrelationEstimate.pearson(correlation(index, value), pairs.size()),
                CorrelationEstimate.spearman(correlation(ranks(index), ranks(value)), pairs.size()));
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double products = 0;
        double varianceX = 0;
        double varianceY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            varianceX += (x[i] - meanX) * (x[i] - meanX);
            varianceY += (y[i] - meanY) * (y[i] - meanY);
        }
        if (varianceX == 0 || varianceY == 0) {
            throw new IllegalArgumentException("all values are equal, so that they have no correlation");
        }
        return Math.clamp(products / Math.sqrt(varianceX * varianceY), -1, 1);
    }

    /** Ranks from 1; equal values share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double less = 0;
            double equal = 0;
            for (double other : values) {
                less += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = less + (equal + 1) / 2;
        }
        return ranks;
    }
}
