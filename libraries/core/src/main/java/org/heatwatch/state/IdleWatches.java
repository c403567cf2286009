package org.heatwatch.state;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * Simulated years of watching a facility that stays idle, each with an idle prediction of its own that was estimated from as
 * many looks as the real one: a parametric bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993).
 *
 * <p>Residuals are Gaussian with lag-one autocorrelation. The variance is moderated by a pool whose facilities differ as
 * its prior degrees of freedom say (Smyth, Stat. Appl. Genet. Mol. Biol. 3, 2004), for which the deviations are Student's t
 * as they are taken to be. Each draw serves twice, the second time with all signs turned.
 */
final class IdleWatches {
    /** Regressions with other common modes of their scenes: of one alone the threshold would hang on its luck. */
    private static final int PREDICTIONS = 64;

    private final int draws;
    private final int looks;
    private final double years;

    private final DeviateTable table;

    /** How many facilities each draw stands for. */
    private final double[] weights;

    /** The deviates of one draw after those of another. */
    private final double[] deviates;

    /** The largest S+ that each draw would reach if it never led to ON, and the same with all signs turned. */
    private final double[] highest;

    private final double[] highestTurned;

    /** @param years that each facility is watched */
    IdleWatches(IdleRecord idle, int draws, double years, long seed) {
        this.draws = draws;
        this.looks = (int) Math.ceil(years * idle.looksPerYear());
        this.years = looks / idle.looksPerYear();
        deviates = new double[draws * looks];
        weights = new double[draws];
        table = new DeviateTable(idle.freedom());
        highest = new double[draws];
        highestTurned = new double[draws];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<IdlePrediction> predictions = Stream.generate(() -> new IdlePrediction(idle, looks, random))
                .limit(PREDICTIONS)
                .toList();
        DormantDraws dormant = new DormantDraws(idle.dormantLooks(), idle.autocorrelation());
        for (int draw = 0; draw < draws; draw++) {
            watch(draw, idle, predictions.get(draw % PREDICTIONS), dormant, random);
        }
    }

    private void watch(
            int draw, IdleRecord idle, IdlePrediction prediction, DormantDraws dormant, RandomGenerator random) {
        double meanDeviate = DormantDraws.meanDeviate(draw, draws, random);
        weights[draw] = DormantDraws.weight(meanDeviate);
        double[] era = dormant.residuals(meanDeviate, random);
        double[] coefficients = prediction.coefficients(era);
        double deviation = deviation(idle, IdlePrediction.leftOver(era, coefficients), random);
        double residual = random.nextGaussian();
        double sum = 0;
        double sumTurned = 0;
        double most = 0;
        double mostTurned = 0;
        for (int i = 0; i < looks; i++) {
            residual = dormant.next(residual, random);
            double z = (residual - prediction.predict(i, coefficients)) * prediction.inverseWidth(i) / deviation;
            double q = table.deviate(z);
            deviates[draw * looks + i] = q;
            sum = Math.max(0, sum + q - Cusum.START_ALLOWANCE);
            sumTurned = Math.max(0, sumTurned - q - Cusum.START_ALLOWANCE);
            most = Math.max(most, sum);
            mostTurned = Math.max(mostTurned, sumTurned);
        }
        highest[draw] = most;
        highestTurned[draw] = mostTurned;
    }

    /** The moderated estimate of a standard deviation that is 1. */
    private static double deviation(IdleRecord idle, double leftOver, RandomGenerator random) {
        double pooled = idle.priorFreedom();
        double own = idle.dormantLooks() - idle.parameters();
        if (Double.isInfinite(pooled)) {
            return 1;
        }
        // Chi-squared by Wilson and Hilferty, Proc. Natl. Acad. Sci. 17, 1931.
        double spread = pooled > 0 ? 2 / (9 * pooled) : 0;
        double root = Math.max(0, 1 - spread + random.nextGaussian() * Math.sqrt(spread));
        return Math.sqrt((pooled * root * root * root + leftOver) / (pooled + own));
    }

    /** Mean number of false starts of one facility in a year, with this threshold. */
    double startsPerYear(double threshold) {
        double starts = 0;
        double weight = 0;
        for (int draw = 0; draw < draws; draw++) {
            weight += 2 * weights[draw];
            if (highest[draw] > threshold) {
                starts += weights[draw] * starts(draw, 1, threshold);
            }
            if (highestTurned[draw] > threshold) {
                starts += weights[draw] * starts(draw, -1, threshold);
            }
        }
        return starts / (weight * years);
    }

    private int starts(int draw, double sign, double threshold) {
        Cusum cusum = new Cusum(threshold);
        int starts = 0;
        for (int i = 0; i < looks; i++) {
            Cusum.Phase before = cusum.phase();
            Cusum.Phase after = cusum.add(sign * deviates[draw * looks + i], i > 0);
            if (before == Cusum.Phase.IDLE && after == Cusum.Phase.ON) {
                starts++;
            }
        }
        return starts;
    }
}
