package org.heatwatch.estimation.source;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Threshold of a search for a given probability of any false source, from simulated composites of the idle site: sums
 * of
 * the reference scenes' deviations with random signs, which have the site's own noise at each place.
 */
final class FalseSourceRate {
    private static final int SITES = 200;
    private static final double EULER = 0.5772156649;

    private final double location;
    private final double scale;

    private FalseSourceRate(double location, double scale) {
        this.location = location;
        this.scale = scale;
    }

    static FalseSourceRate of(CompositeNoise noise) {
        return of(IntStream.range(0, SITES)
                .parallel()
                .mapToDouble(site -> highest(noise, new Random(site)))
                .toArray());
    }

    /** @param highest z of the highest place of each of several simulated idle sites */
    static FalseSourceRate of(double[] highest) {
        double mean = 0;
        double sumOfSquares = 0;
        for (double value : highest) {
            mean += value / highest.length;
            sumOfSquares += value * value / highest.length;
        }
        double scale = Math.sqrt(6 * Math.max(1e-6, sumOfSquares - mean * mean)) / Math.PI;
        return new FalseSourceRate(mean - EULER * scale, scale);
    }

    private static double highest(CompositeNoise noise, RandomGenerator random) {
        List<CompositeRaster> deviates = noise.deviates();
        double[] sum = new double[noise.factor().values().length];
        for (CompositeRaster deviate : deviates) {
            double sign = random.nextBoolean() ? 1 : -1;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * deviate.values()[i];
            }
        }
        double highest = 0;
        for (int i = 0; i < sum.length; i++) {
            highest = Math.max(highest, sum[i] / noise.factor().values()[i]);
        }
        return highest;
    }

    /** The z that the highest place of an idle site exceeds with a probability (Gumbel distribution of the maxima). */
    double threshold(double probability) {
        return location - scale * Math.log(-Math.log1p(-probability));
    }
}
