package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.List;

/** Temperature of the ground in kelvin on 10 m cells, row by row from the north-western corner. Immutable. */
public final class GroundTruth {
    private final Extent extent;
    private final double[] kelvin;

    private GroundTruth(Extent extent, double[] kelvin) {
        this.extent = extent;
        this.kelvin = kelvin;
    }

    /** Ground of one temperature. */
    public static GroundTruth flat(Extent extent, double kelvin) {
        double[] values = new double[extent.cells()];
        Arrays.fill(values, kelvin);
        return new GroundTruth(extent, values);
    }

    /** The given temperatures, one a cell. */
    public static GroundTruth of(Extent extent, double[] kelvin) {
        if (kelvin.length != extent.cells()) {
            throw new IllegalArgumentException(kelvin.length + " values for " + extent.cells() + " cells");
        }
        return new GroundTruth(extent, kelvin.clone());
    }

    /** A random landscape round a mean temperature, as {@link Landscape} draws it, in the middle of the year. */
    public static GroundTruth random(Extent extent, long seed, double meanKelvin) {
        return flat(extent, meanKelvin).plus(Landscape.random(extent, seed).at(0.5), 1);
    }

    public Extent extent() {
        return extent;
    }

    /** Temperature of a cell. */
    public double kelvin(int column, int row) {
        return kelvin[row * extent.columns() + column];
    }

    /** A copy of all temperatures. */
    public double[] kelvins() {
        return kelvin.clone();
    }

    /** Raised by {@code factor} times a field of one value a cell. */
    public GroundTruth plus(double[] field, double factor) {
        double[] raised = kelvin.clone();
        for (int i = 0; i < raised.length; i++) {
            raised[i] += factor * field[i];
        }
        return new GroundTruth(extent, raised);
    }

    /** A polygon of {east, north} corners in metres raised by so many kelvin, cells at its edge in proportion. */
    public GroundTruth withExcess(double[][] polygon, double excessKelvin) {
        return with(List.of(new Excess(polygon, excessKelvin)));
    }

    /** All of them on one copy, since a site may have dozens. */
    GroundTruth with(List<Excess> excesses) {
        double[] raised = kelvin.clone();
        for (Excess excess : excesses) {
            excess.addTo(extent, raised);
        }
        return new GroundTruth(extent, raised);
    }

    /** Area in square metres that a polygon is given on these cells. */
    public double areaOf(double[][] polygon) {
        double[] area = new double[1];
        Coverage.ofPolygon(extent, polygon)
                .forEach((cell, share) -> area[0] += share * Extent.CELL_METRES * Extent.CELL_METRES);
        return area[0];
    }

    /** Standard deviation of the means over blocks of so many cells each way: 10 for the contrast at 100 m. */
    public double contrast(int blockCells) {
        return Blocks.of(extent, kelvin, blockCells).standardDeviation();
    }

    /** The cells themselves, not to be changed. */
    double[] cells() {
        return kelvin;
    }
}
