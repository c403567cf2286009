package org.heatwatch.estimation.hotspot;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * Detection threshold for hot spots: the tail probability at one node for which an idle scene has a false alarm only
 * once in a given number of scenes.
 *
 * <p>Neighbouring nodes are correlated. The number of independent nodes n that they are equivalent to follows from the
 * highest node of each reference scene: the median of their tail probabilities is the p for which
 * {@code (1 - p)^n = 1/2}. At higher thresholds a smooth field is equivalent to more independent nodes, in proportion
 * to z^2 (excursions of a two-dimensional field: Adler 1981), but never to more than there are nodes.
 *
 * @param independentNodes equivalent number of independent nodes at the threshold
 * @param threshold largest tail probability at one node that counts as a detection
 */
record FalseAlarmRate(double independentNodes, double threshold) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Nodes below this z are skipped: their tail probability exceeds 0.09 anyway. */
    static final double LEAST_Z = 1.3;

    private static final int TURNS = 20;

    /** Probability that an idle node has at least this excess (Student's t). */
    static double tail(ExcessOverBaseline deviation) {
        return TDistribution.of(deviation.degreesOfFreedom()).survivalProbability(deviation.z());
    }

    /** Smallest tail probability of the nodes of a scene; 1 if there are none. */
    static double smallestTail(Collection<ExcessOverBaseline> nodes) {
        double highest = nodes.stream().mapToDouble(ExcessOverBaseline::z).max().orElse(Double.NEGATIVE_INFINITY);
        return nodes.stream()
                .filter(d -> d.z() >= Math.min(highest, LEAST_Z))
                .mapToDouble(FalseAlarmRate::tail)
                .min()
                .orElse(1);
    }

    /**
     * Computes the threshold.
     *
     * @param smallestTails smallest tail probability of each reference scene
     * @param nodes number of nodes
     * @param perScene probability of a false alarm in one idle scene, above 0 and below 1
     */
    static FalseAlarmRate of(List<Double> smallestTails, int nodes, double perScene) {
        double[] observed = smallestTails.stream()
                .flatMapToDouble(p -> p < 1 ? DoubleStream.of(p) : DoubleStream.empty())
                .sorted()
                .toArray();
        if (observed.length == 0) {
            return new FalseAlarmRate(nodes, threshold(nodes, perScene));
        }
        double median = (observed[(observed.length - 1) / 2] + observed[observed.length / 2]) / 2;
        double atMedian = Math.clamp(Math.log(0.5) / Math.log1p(-median), 1.0, nodes);
        double medianZ = Math.max(1, NORMAL.inverseSurvivalProbability(median));
        double independentNodes = atMedian;
        for (int turn = 0; turn < TURNS; turn++) {
            double z = NORMAL.inverseSurvivalProbability(threshold(independentNodes, perScene));
            independentNodes = Math.clamp(atMedian * z * z / (medianZ * medianZ), 1.0, nodes);
        }
        return new FalseAlarmRate(independentNodes, threshold(independentNodes, perScene));
    }

    private static double threshold(double independentNodes, double perScene) {
        return -Math.expm1(Math.log1p(-perScene) / independentNodes);
    }
}
