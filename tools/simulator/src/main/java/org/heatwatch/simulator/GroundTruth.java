package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.List;

/** True ground temperature in kelvin on 10 m cells, row by row from the north-western corner. Immutable. */
public final class GroundTruth {
    private final Extent extent;
    private final double[] kelvin;

    private GroundTruth(Extent extent, double[] kelvin) {
        this.extent = extent;
        this.kelvin = kelvin;
    }

    /** Ground of uniform temperature. */
    public static GroundTruth flat(Extent extent, double kelvin) {
        double[] values = new double[extent.cells()];
        Arrays.fill(values, kelvin);
        return new GroundTruth(extent, values);
    }

    /** Ground with the given temperatures, one value per cell. */
    public static GroundTruth of(Extent extent, double[] kelvin) {
        if (kelvin.length != extent.cells()) {
            throw new IllegalArgumentException(kelvin.length + " values for " + extent.cells() + " cells");
        }
        return new GroundTruth(extent, kelvin.clone());
    }

    /** A random {@link Landscape} about a mean temperature, in the middle of the year. */
    public static GroundTruth random(Extent extent, long seed, double meanKelvin) {
        return flat(extent, meanKelvin).plus(Landscape.random(extent, seed).at(0.5), 1);
    }

    public Extent extent() {
        return extent;
    }

    /** Temperature of a cell in kelvin. */
    public double kelvin(int column, int row) {
        return kelvin[row * extent.columns() + column];
    }

    /** A copy of all temperatures in kelvin, row by row. */
    public double[] kelvins() {
        return kelvin.clone();
    }

    /** A copy with {@code factor} times a field added; the field has one value per cell. */
    public GroundTruth plus(double[] field, double factor) {
        double[] raised = kelvin.clone();
        for (int i = 0; i < raised.length; i++) {
            raised[i] += factor * field[i];
        }
        return new GroundTruth(extent, raised);
    }

    /**
     * A copy that is warmer inside a polygon of {east, north} corners in metres; edge cells in proportion to their
     * area.
     */
    public GroundTruth withExcess(double[][] polygon, double excessKelvin) {
        return with(List.of(new ExcessPolygon(polygon, excessKelvin)));
    }

    /** A copy with all excesses added; one copy for all, since a site may have dozens. */
    GroundTruth with(List<ExcessPolygon> excesses) {
        double[] raised = kelvin.clone();
        for (ExcessPolygon excess : excesses) {
            excess.addTo(extent, raised);
        }
        return new GroundTruth(extent, raised);
    }

    /** Area in square metres that a polygon covers on these cells. */
    public double areaOf(double[][] polygon) {
        double[] area = new double[1];
        Coverage.ofPolygon(extent, polygon)
                .forEach((cell, share) -> area[0] += share * Extent.CELL_METRES * Extent.CELL_METRES);
        return area[0];
    }

    /** Standard deviation of the means over square blocks of cells, in kelvin; 10 cells give the contrast at 100 m. */
    public double contrast(int blockCells) {
        return BlockStatistics.of(extent, kelvin, blockCells).standardDeviation();
    }

    /** The temperatures themselves, not a copy; callers must not modify them. */
    double[] cells() {
        return kelvin;
    }
}
