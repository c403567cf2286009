package org.heatwatch.publication;

import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.Period;

/**
 * Stored form of a {@link CompositeMap}. Neighbouring cells are alike, so differences from cell to cell compress well:
 * a map of 10 x 10 km fits into one item of the table.
 *
 * @param period of the composite
 * @param referenceScenes number of reference scenes
 * @param periodScenes number of scenes of the period
 * @param west easting of the centre of the first column, in metres
 * @param south northing of the centre of the first row, in metres
 * @param columns number of columns
 * @param rows number of rows
 * @param excess row by row from the south, differences from the preceding cell in units of 0.002 effective kelvin; 0
 *     for an unknown cell
 * @param standardError likewise; a cell whose sum of differences is 0 is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // tens of thousands of cells, never compared
public record PublishedComposite(
        Period period,
        int referenceScenes,
        int periodScenes,
        double west,
        double south,
        int columns,
        int rows,
        int[] excess,
        int[] standardError) {
    private static final double STEPS_PER_KELVIN = 500;

    /**
     * The stored form of a composite.
     *
     * @param period to publish; its end may be earlier than that of the map if no scene is later
     */
    static PublishedComposite of(CompositeMap map, Period period) {
        CompositeRaster grid = map.excess();
        double[] kelvin = grid.values();
        double[] errors = map.standardError().values();
        int[] excess = new int[kelvin.length];
        int[] standardError = new int[kelvin.length];
        for (int i = 0; i < kelvin.length; i++) {
            boolean isKnown = Double.isFinite(kelvin[i]) && Double.isFinite(errors[i]);
            excess[i] = isKnown ? steps(kelvin[i]) : 0;
            standardError[i] = isKnown ? Math.max(1, steps(errors[i])) : 0;
        }
        return new PublishedComposite(
                period,
                map.referenceScenes(),
                map.periodScenes(),
                grid.west(),
                grid.south(),
                grid.columns(),
                grid.rows(),
                differences(excess),
                differences(standardError));
    }

    /** The map, rounded. */
    CompositeMap map() {
        double[] kelvin = sums(excess);
        double[] errors = sums(standardError);
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] == 0) {
                errors[i] = Double.POSITIVE_INFINITY;
            }
        }
        CompositeRaster grid = new CompositeRaster(west, south, columns, rows, kelvin);
        return new CompositeMap(period, referenceScenes, periodScenes, grid, grid.with(errors));
    }

    private static int steps(double kelvin) {
        return (int) Math.rint(kelvin * STEPS_PER_KELVIN);
    }

    private static int[] differences(int[] values) {
        int[] differences = new int[values.length];
        int before = 0;
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - before;
            before = values[i];
        }
        return differences;
    }

    private static double[] sums(int[] differences) {
        double[] kelvin = new double[differences.length];
        int sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += differences[i];
            kelvin[i] = sum / STEPS_PER_KELVIN;
        }
        return kelvin;
    }
}
