package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/** Every node of a scene relative to its baseline. The expectations do not change when a source is subtracted. */
final class ScoredNodes {
    /** A source does not affect nodes farther away: the reach of a filter and of a source image together. */
    private static final double REACH_METRES = 450;

    private final NodeEstimates estimates;
    private final SearchLattice lattice;
    private final double[] expected;
    private final double[] error;
    private final double[] degreesOfFreedom;

    private ScoredNodes(NodeEstimates estimates, SearchLattice lattice) {
        this.estimates = estimates;
        this.lattice = lattice;
        this.expected = new double[lattice.count()];
        this.error = new double[lattice.count()];
        this.degreesOfFreedom = new double[lattice.count()];
        Arrays.fill(expected, Double.NaN);
    }

    /**
     * @param extraVariance variance that a building has gained since the reference period, square of an effective
     *     kelvin
     */
    static ScoredNodes of(
            NodeEstimates estimates, SearchLattice lattice, NodeBaselines baselines, double extraVariance) {
        ScoredNodes nodes = new ScoredNodes(estimates, lattice);
        for (int i = 0; i < nodes.count(); i++) {
            int node = i;
            estimates
                    .row(node)
                    .flatMap(row -> baselines.judge(node, row, extraVariance))
                    .ifPresent(excess -> nodes.set(node, excess));
        }
        return nodes;
    }

    private void set(int node, ExcessOverBaseline excess) {
        expected[node] = estimates.kelvin(node) - excess.kelvin();
        error[node] = excess.standardError();
        degreesOfFreedom[node] = excess.degreesOfFreedom();
    }

    int count() {
        return expected.length;
    }

    /** Effective kelvin above the expectation; NaN where the node is hidden or has no baseline. */
    double excess(int node) {
        return estimates.kelvin(node) - expected[node];
    }

    /** Excess in units of its standard error; NaN where the node is hidden or has no baseline. */
    double z(int node) {
        return excess(node) / error[node];
    }

    /** Probability that the idle node is at least as warm; the node must be visible and have a baseline. */
    double tail(int node) {
        return FalseAlarmRate.tail(new ExcessOverBaseline(excess(node), error[node], degreesOfFreedom[node]));
    }

    /** Share of the nodes that can be judged, 0 to 1. */
    double observedShare() {
        return (double) Arrays.stream(expected).filter(Double::isFinite).count() / expected.length;
    }

    /** Updates the nodes that are affected by a change of the samples near this one. */
    void updateNear(int node, SampleRaster raster) {
        for (int other = 0; other < expected.length; other++) {
            if (lattice.squaredMetres(node, other) < REACH_METRES * REACH_METRES && !Double.isNaN(expected[other])) {
                estimates.update(raster, other);
            }
        }
    }
}
