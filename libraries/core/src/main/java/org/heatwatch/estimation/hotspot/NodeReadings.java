package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.estimation.baseline.BaselineRow;

/** What one scene reads at every node, as the excess of a roof of usual size. */
final class NodeReadings {
    /** Roofs that matter have 3,000 to 7,000 m2; only this far do the errors of a roof tell those of a node. */
    static final double ROOF_SQUARE_METRES = 5000;

    private final SceneLook look;
    private final double idleVariance;
    private final FilterBank.Placed[] filters;
    private final double[] kelvin;
    private final double[] variance;
    private double commonMode;

    NodeReadings(SceneLook look, double idleVariance, SearchLattice lattice, FilterBank bank) {
        this.look = look;
        this.idleVariance = idleVariance;
        int n = lattice.count();
        filters = new FilterBank.Placed[n];
        for (int node = 0; node < n; node++) {
            double[] index = look.grid().indexOf(lattice.east(node), lattice.north(node));
            filters[node] = bank.at(index[0], index[1]);
        }
        kelvin = new double[n];
        variance = new double[n];
    }

    /** Reads all nodes anew, and the scene's common mode. */
    NodeReadings read(SampleRaster raster) {
        for (int node = 0; node < kelvin.length; node++) {
            read(raster, node);
        }
        double[] seen = Arrays.stream(kelvin).filter(Double::isFinite).toArray();
        commonMode = seen.length == 0 ? 0 : Median.withDefaults().evaluate(seen);
        return this;
    }

    /** Reads one node anew. */
    void read(SampleRaster raster, int node) {
        PointFilter.Reading reading = filters[node].read(raster);
        kelvin[node] = reading.amount() / ROOF_SQUARE_METRES;
        variance[node] = variance(reading);
    }

    private double variance(PointFilter.Reading reading) {
        return idleVariance + look.variance() * reading.variance() / (ROOF_SQUARE_METRES * ROOF_SQUARE_METRES);
    }

    /** Effective kelvin; not a number where the node is hidden. */
    double kelvin(int node) {
        return kelvin[node];
    }

    /** Empty where the node is hidden. */
    Optional<BaselineRow> look(int node) {
        return Double.isNaN(kelvin[node])
                ? Optional.empty()
                : Optional.of(new BaselineRow(kelvin[node], variance[node], look.season(), commonMode));
    }

    /** A reading at any other place, as a look in the same scene. */
    BaselineRow look(PointFilter.Reading reading) {
        return new BaselineRow(reading.amount() / ROOF_SQUARE_METRES, variance(reading), look.season(), commonMode);
    }
}
