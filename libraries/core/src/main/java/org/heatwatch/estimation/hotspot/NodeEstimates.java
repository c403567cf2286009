package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.baseline.BaselineRow;

/** Estimates of one scene at every node, as the excess of a building of typical size. */
final class NodeEstimates {
    /**
     * Area of a typical building; buildings of interest have 3,000 to 7,000 m2. It converts the idle variability to a
     * node.
     */
    static final double BUILDING_SQUARE_METRES = 5000;

    private final SceneObservation scene;
    private final double idleVariance;
    private final FilterBank.Placed[] filters;
    private final double[] kelvin;
    private final double[] variance;
    private double commonMode;

    private NodeEstimates(SceneObservation scene, double idleVariance, FilterBank.Placed[] filters) {
        this.scene = scene;
        this.idleVariance = idleVariance;
        this.filters = filters;
        this.kelvin = new double[filters.length];
        this.variance = new double[filters.length];
    }

    /** Places the filters; {@link #update} computes the estimates. */
    static NodeEstimates of(SceneObservation scene, double idleVariance, SearchLattice lattice, FilterBank bank) {
        FilterBank.Placed[] filters = new FilterBank.Placed[lattice.count()];
        for (int node = 0; node < filters.length; node++) {
            double[] index = scene.grid().indexOf(lattice.east(node), lattice.north(node));
            filters[node] = bank.at(index[0], index[1]);
        }
        return new NodeEstimates(scene, idleVariance, filters);
    }

    /** Computes all nodes and the common mode of the scene from the samples. */
    NodeEstimates update(SampleRaster raster) {
        for (int node = 0; node < kelvin.length; node++) {
            update(raster, node);
        }
        double[] visible = Arrays.stream(kelvin).filter(Double::isFinite).toArray();
        commonMode = visible.length == 0 ? 0 : Median.withDefaults().evaluate(visible);
        return this;
    }

    /** Computes one node from the samples. */
    void update(SampleRaster raster, int node) {
        PointFilter.Amount estimate = filters[node].estimate(raster);
        kelvin[node] = estimate.value() / BUILDING_SQUARE_METRES;
        variance[node] = variance(estimate);
    }

    private double variance(PointFilter.Amount estimate) {
        return idleVariance
                + scene.variance() * estimate.variance() / (BUILDING_SQUARE_METRES * BUILDING_SQUARE_METRES);
    }

    /** Excess in effective kelvin; NaN where the node is hidden. */
    double kelvin(int node) {
        return kelvin[node];
    }

    /** The node as a row of its baseline; empty where it is hidden. */
    Optional<BaselineRow> row(int node) {
        return Double.isNaN(kelvin[node])
                ? Optional.empty()
                : Optional.of(new BaselineRow(kelvin[node], variance[node], scene.season(), commonMode));
    }

    /** An estimate at any other position in the same scene as a row of a baseline. */
    BaselineRow row(PointFilter.Amount estimate) {
        return new BaselineRow(
                estimate.value() / BUILDING_SQUARE_METRES, variance(estimate), scene.season(), commonMode);
    }
}
