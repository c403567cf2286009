package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import java.util.Optional;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/** Every node of a scene against its idle self. What is expected of a node does not change when a source is taken off. */
final class ScoredNodes {
    /** Sources farther off than this change no node: as far as a filter and the point spread reach together. */
    private static final double REACH_METRES = 450;

    private final NodeReadings readings;
    private final SearchLattice lattice;
    private final double[] expected;
    private final double[] error;
    private final double[] freedom;

    ScoredNodes(NodeReadings readings, SearchLattice lattice, IdleNodes idle, double extraVariance) {
        this.readings = readings;
        this.lattice = lattice;
        expected = new double[lattice.count()];
        error = new double[lattice.count()];
        freedom = new double[lattice.count()];
        Arrays.fill(expected, Double.NaN);
        for (int node = 0; node < expected.length; node++) {
            int which = node;
            Optional<ExcessOverBaseline> deviation =
                    readings.look(node).flatMap(l -> idle.judge(which, l, extraVariance));
            if (deviation.isPresent()) {
                expected[node] = readings.kelvin(node) - deviation.get().kelvin();
                error[node] = deviation.get().standardError();
                freedom[node] = deviation.get().degreesOfFreedom();
            }
        }
    }

    int count() {
        return expected.length;
    }

    /** Effective kelvin above what is expected; not a number where the node is hidden or unknown. */
    double excess(int node) {
        return readings.kelvin(node) - expected[node];
    }

    /** Excess in its own errors; not a number where the node is hidden or unknown. */
    double z(int node) {
        return excess(node) / error[node];
    }

    /** Share of idle looks at this node that are at least as warm; the node is neither hidden nor unknown. */
    double tail(int node) {
        return FalseAlarmRate.tail(new ExcessOverBaseline(excess(node), error[node], freedom[node]));
    }

    /** Share of the nodes that can be judged. */
    double observedShare() {
        return (double) Arrays.stream(expected).filter(Double::isFinite).count() / expected.length;
    }

    /** Reads the nodes anew that see a change of the samples at this one. */
    void changedAt(int node, SampleRaster raster) {
        for (int other = 0; other < expected.length; other++) {
            if (lattice.squaredMetres(node, other) < REACH_METRES * REACH_METRES && !Double.isNaN(expected[other])) {
                readings.read(raster, other);
            }
        }
    }
}
