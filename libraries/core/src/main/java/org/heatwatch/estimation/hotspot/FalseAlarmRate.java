package org.heatwatch.estimation.hotspot;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * How improbable a place must be so that an idle scene shows one only once in so many scenes.
 *
 * <p>Neighbouring nodes say nearly the same. How many independent ones they are worth comes from the highest node of each
 * dormant scene: the median of those has the tail probability p with {@code (1 - p)^n = 1/2}. Higher up a smooth field is
 * worth more independent places, in proportion to z^2 (Adler 1981: excursions of a plane field), but never more than
 * there are nodes.
 *
 * @param places independent ones at the threshold
 * @param threshold largest tail probability at one place that counts
 */
record FalseAlarmRate(double places, double threshold) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Below this z a node is not worth a tail probability: more than one in ten is as high. */
    static final double DULL = 1.3;

    private static final int TURNS = 20;

    /** Tail probability of a deviation of an idle place. */
    static double tail(ExcessOverBaseline deviation) {
        return TDistribution.of(deviation.degreesOfFreedom()).survivalProbability(deviation.z());
    }

    /** Tail probability of the most improbable of the nodes of a scene; 1 of none. */
    static double smallestTail(Collection<ExcessOverBaseline> nodes) {
        double highest = nodes.stream().mapToDouble(ExcessOverBaseline::z).max().orElse(Double.NEGATIVE_INFINITY);
        return nodes.stream()
                .filter(d -> d.z() >= Math.min(highest, DULL))
                .mapToDouble(FalseAlarmRate::tail)
                .min()
                .orElse(1);
    }

    /**
     * The threshold.
     *
     * @param smallestTails of each dormant scene
     * @param nodes how many there are
     * @param perScene false alarms that a scene may have, above 0 and below 1
     */
    static FalseAlarmRate of(List<Double> smallestTails, int nodes, double perScene) {
        double[] seen = smallestTails.stream()
                .flatMapToDouble(p -> p < 1 ? DoubleStream.of(p) : DoubleStream.empty())
                .sorted()
                .toArray();
        if (seen.length == 0) {
            return new FalseAlarmRate(nodes, threshold(nodes, perScene));
        }
        double median = (seen[(seen.length - 1) / 2] + seen[seen.length / 2]) / 2;
        double usual = Math.clamp(Math.log(0.5) / Math.log1p(-median), 1.0, nodes);
        double usualZ = Math.max(1, NORMAL.inverseSurvivalProbability(median));
        double places = usual;
        for (int turn = 0; turn < TURNS; turn++) {
            double z = NORMAL.inverseSurvivalProbability(threshold(places, perScene));
            places = Math.clamp(usual * z * z / (usualZ * usualZ), 1.0, nodes);
        }
        return new FalseAlarmRate(places, threshold(places, perScene));
    }

    private static double threshold(double places, double perScene) {
        return -Math.expm1(Math.log1p(-perScene) / places);
    }
}
