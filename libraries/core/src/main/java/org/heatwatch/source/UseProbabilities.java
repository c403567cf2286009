package org.heatwatch.source;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * When the sources of a site were in use. A weak source hardly shows by itself when it started, but the buildings of a
 * complex start together: the distribution of starts, and that of ends, over the quarters is estimated from all sources
 * (empirical Bayes, nonparametric maximum likelihood by expectation maximisation, Laird 1978), with the weight of one
 * more source that is as likely in use from the beginning, or to the end, as it starts or ends in any quarter.
 */
final class UseProbabilities {
    private static final int ROUNDS = 50;

    private UseProbabilities() {}

    /** Probabilities of each source, in the same order. */
    static List<UseProbability> of(List<SourceHistory> sources, Quarters quarters) {
        List<UseProbability> probabilities = sources.stream()
                .map(source -> new UseProbability(source, quarters))
                .toList();
        double[] firstStarts = prior(quarters.count(), 0);
        double[] firstEnds = prior(quarters.count(), quarters.count() - 1);
        double[] starts = firstStarts;
        double[] ends = firstEnds;
        for (int round = 0; round < ROUNDS; round++) {
            double[] startPriors = starts;
            double[] endPriors = ends;
            probabilities.forEach(source -> source.update(startPriors, endPriors));
            starts = improved(firstStarts, probabilities, UseProbability::addStarts);
            ends = improved(firstEnds, probabilities, UseProbability::addEnds);
        }
        return probabilities;
    }

    private static double[] prior(int quarters, int preferred) {
        double[] prior = new double[quarters];
        Arrays.fill(prior, 0.5 / quarters);
        prior[preferred] += 0.5;
        return prior;
    }

    private static double[] improved(
            double[] first, List<UseProbability> sources, BiConsumer<UseProbability, double[]> add) {
        double[] sums = first.clone();
        sources.forEach(source -> add.accept(source, sums));
        return Arrays.stream(sums).map(sum -> sum / (sources.size() + 1)).toArray();
    }
}
