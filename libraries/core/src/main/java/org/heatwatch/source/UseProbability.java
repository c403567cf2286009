package org.heatwatch.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Posterior probabilities of the start and of the end of one source, each given the other, from the likelihood of
 * {@link SpanSearch} and prior probabilities of each quarter.
 */
final class UseProbability {
    private final ExcessSeries series;
    private final int[] quarterOf;
    private final int[] observationsOfQuarter;
    private final double[] startLikelihoods;
    private final double[] endLikelihoods;
    private double[] starts;
    private double[] ends;

    /**
     * Computes the likelihoods of a source.
     *
     * @param quarters of the period in which the span was searched
     */
    UseProbability(SourceHistory source, Quarters quarters) {
        ActivitySpan span = source.span();
        series = ExcessSeries.of(source.history(), seen -> quarters.period().contains(seen.date()));
        quarterOf = IntStream.range(0, series.size())
                .map(i -> quarters.index(series.observation(i).date()))
                .toArray();
        observationsOfQuarter = new int[quarters.count()];
        for (int quarter : quarterOf) {
            observationsOfQuarter[quarter]++;
        }
        double[] gains = OnOffMixture.fit(series.where(span::contains)).gains(series);
        double[] toLast = new double[gains.length];
        double[] fromFirst = new double[gains.length];
        double sum = 0;
        for (int i = gains.length - 1; i >= 0; i--) {
            boolean mayStart = !series.observation(i).date().isAfter(span.last());
            sum += mayStart ? gains[i] : 0;
            toLast[i] = mayStart ? sum : Double.NEGATIVE_INFINITY;
        }
        sum = 0;
        for (int i = 0; i < gains.length; i++) {
            boolean mayEnd = !series.observation(i).date().isBefore(span.first());
            sum += mayEnd ? gains[i] : 0;
            fromFirst[i] = mayEnd ? sum : Double.NEGATIVE_INFINITY;
        }
        startLikelihoods = exponentials(toLast);
        endLikelihoods = exponentials(fromFirst);
        starts = startLikelihoods;
        ends = endLikelihoods;
    }

    private static double[] exponentials(double[] logarithms) {
        double largest = Arrays.stream(logarithms).max().orElse(0);
        return Arrays.stream(logarithms)
                .map(logarithm -> Math.exp(logarithm - largest))
                .toArray();
    }

    /** Computes the posterior of the prior probabilities of a start and of an end in each quarter. */
    void update(double[] startPriors, double[] endPriors) {
        starts = posterior(startLikelihoods, startPriors);
        ends = posterior(endLikelihoods, endPriors);
    }

    private double[] posterior(double[] likelihoods, double[] priors) {
        double[] posterior = new double[likelihoods.length];
        double sum = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            // Within a quarter, all observations are equally probable.
            posterior[i] = likelihoods[i] * priors[quarterOf[i]] / observationsOfQuarter[quarterOf[i]];
            sum += posterior[i];
        }
        for (int i = 0; i < posterior.length; i++) {
            posterior[i] /= sum;
        }
        return posterior;
    }

    /** Adds the probabilities of a start in each quarter to sums. */
    void addStarts(double[] sums) {
        for (int i = 0; i < starts.length; i++) {
            sums[quarterOf[i]] += starts[i];
        }
    }

    /** Adds the probabilities of an end in each quarter to sums. */
    void addEnds(double[] sums) {
        for (int i = 0; i < ends.length; i++) {
            sums[quarterOf[i]] += ends[i];
        }
    }

    /** Probability that the source was in use on at least one day from a day to another, 0 to 1. */
    double inUse(LocalDate from, LocalDate to) {
        double started = 0;
        double ended = 0;
        for (int i = 0; i < starts.length; i++) {
            LocalDate date = series.observation(i).date();
            started += date.isAfter(to) ? 0 : starts[i];
            ended += date.isBefore(from) ? ends[i] : 0;
        }
        return Math.clamp(started * (1 - ended), 0, 1);
    }

    /** Expected share of the observations of the period in which the source was in use, 0 to 1. */
    double share() {
        double started = 0;
        double ended = 0;
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            started += starts[i];
            sum += Math.max(0, started - ended);
            ended += ends[i];
        }
        return sum / starts.length;
    }
}
