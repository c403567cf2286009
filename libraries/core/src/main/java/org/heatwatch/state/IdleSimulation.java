package org.heatwatch.state;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * Simulated years of observations of a facility that stays idle. Each simulation has a baseline that was estimated from
 * as many observations as the real one: a parametric bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993).
 *
 * <p>Residuals are Gaussian with lag-one autocorrelation. Variances are moderated by an empirical-Bayes prior with the
 * given degrees of freedom (Smyth, Stat. Appl. Genet. Mol. Biol. 3, 2004), so that the deviations follow Student's t.
 * Each draw is used twice, the second time with all signs reversed.
 */
final class IdleSimulation {
    /**
     * Number of regressions with different common modes, so that the threshold does not depend on one random design.
     */
    private static final int REGRESSIONS = 64;

    private final int draws;
    private final int observations;
    private final double years;

    /** Importance weight of each draw. */
    private final double[] weights;

    /** Deviates of all observations of the first draw, then of the second, and so on. */
    private final double[] deviates;

    /** Highest S+ of each draw if it never led to ON. */
    private final double[] highest;

    /** The same with all signs reversed. */
    private final double[] highestReversed;

    private final CusumTuning tuning;

    private IdleSimulation(int draws, int observations, double years, CusumTuning tuning) {
        this.tuning = tuning;
        this.draws = draws;
        this.observations = observations;
        this.years = years;
        weights = new double[draws];
        deviates = new double[draws * observations];
        highest = new double[draws];
        highestReversed = new double[draws];
    }

    /** Simulates idle facilities whose starts are detected. */
    static IdleSimulation simulate(BaselinePrecision idle, int draws, double years, long seed) {
        return simulate(idle, draws, years, CusumTuning.START, seed);
    }

    /**
     * Simulates idle facilities.
     *
     * @param draws number of facilities
     * @param years of observations of each
     * @param tuning of the cumulative sums
     */
    static IdleSimulation simulate(BaselinePrecision idle, int draws, double years, CusumTuning tuning, long seed) {
        int observations = (int) Math.ceil(years * idle.observationsPerYear());
        IdleSimulation simulation =
                new IdleSimulation(draws, observations, observations / idle.observationsPerYear(), tuning);
        DeviateTable table = DeviateTable.of(idle.degreesOfFreedom());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<SimulatedBaseline> regressions = Stream.generate(() -> SimulatedBaseline.draw(idle, observations, random))
                .limit(REGRESSIONS)
                .toList();
        ReferenceResidualSimulator residuals =
                ReferenceResidualSimulator.of(idle.referenceObservations(), idle.autocorrelation());
        for (int draw = 0; draw < draws; draw++) {
            simulation.run(draw, idle, regressions.get(draw % REGRESSIONS), residuals, table, random);
        }
        return simulation;
    }

    private void run(
            int draw,
            BaselinePrecision idle,
            SimulatedBaseline regression,
            ReferenceResidualSimulator residuals,
            DeviateTable table,
            RandomGenerator random) {
        double meanDeviate = ReferenceResidualSimulator.meanDeviate(draw, draws, random);
        weights[draw] = ReferenceResidualSimulator.weight(meanDeviate);
        double[] reference = residuals.residuals(meanDeviate, random);
        double[] coefficients = regression.coefficients(reference);
        double deviation = deviation(idle, SimulatedBaseline.residualSumOfSquares(reference, coefficients), random);
        double residual = random.nextGaussian();
        double sum = 0;
        double sumReversed = 0;
        double most = 0;
        double mostReversed = 0;
        for (int i = 0; i < observations; i++) {
            residual = residuals.next(residual, random);
            double z = (residual - regression.predict(i, coefficients)) * regression.inverseWidth(i) / deviation;
            double q = tuning.clamped(table.deviate(z));
            deviates[draw * observations + i] = q;
            sum = Math.max(0, sum + q - tuning.allowance());
            sumReversed = Math.max(0, sumReversed - q - tuning.allowance());
            most = Math.max(most, sum);
            mostReversed = Math.max(mostReversed, sumReversed);
        }
        highest[draw] = most;
        highestReversed[draw] = mostReversed;
    }

    /** Draws the moderated estimate of a standard deviation of 1. */
    private static double deviation(BaselinePrecision idle, double sumOfSquares, RandomGenerator random) {
        double prior = idle.priorDegreesOfFreedom();
        double own = idle.referenceObservations() - idle.parameters();
        if (Double.isInfinite(prior)) {
            return 1;
        }
        // Chi-squared by Wilson and Hilferty, Proc. Natl. Acad. Sci. 17, 1931.
        double spread = prior > 0 ? 2 / (9 * prior) : 0;
        double root = Math.max(0, 1 - spread + random.nextGaussian() * Math.sqrt(spread));
        return Math.sqrt((prior * root * root * root + sumOfSquares) / (prior + own));
    }

    /** Expected false starts of one facility per year with this threshold. */
    double startsPerYear(double threshold) {
        double starts = 0;
        double weight = 0;
        for (int draw = 0; draw < draws; draw++) {
            weight += 2 * weights[draw];
            if (highest[draw] > threshold) {
                starts += weights[draw] * starts(draw, 1, threshold);
            }
            if (highestReversed[draw] > threshold) {
                starts += weights[draw] * starts(draw, -1, threshold);
            }
        }
        return starts / (weight * years);
    }

    private int starts(int draw, double sign, double threshold) {
        Cusum cusum = new Cusum(threshold, tuning);
        int starts = 0;
        for (int i = 0; i < observations; i++) {
            Cusum.Phase before = cusum.phase();
            Cusum.Phase after = cusum.add(sign * deviates[draw * observations + i], i > 0);
            if (before == Cusum.Phase.IDLE && after == Cusum.Phase.ON) {
                starts++;
            }
        }
        return starts;
    }
}
