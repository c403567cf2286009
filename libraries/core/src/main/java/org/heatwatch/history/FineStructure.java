package org.heatwatch.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.background.BackgroundMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Contrast of the yearly mean of a background model at the scale of a building: each place less its surroundings 100 m
 * away. Evaluated at multiples of 20 m, so that an edited site does not move the places.
 */
final class FineStructure {
    private static final double STEP_METRES = 20;
    private static final double RING_METRES = 100;
    private static final int RING_PLACES = 8;

    /** Distance, in steps, within which an extreme has no equal. */
    private static final int EXTREME_STEPS = 3;

    /** Distance, in steps, within which open ground has no contrast, and the spacing of such places. */
    private static final int OPEN_STEPS = 12;

    private static final int OPEN_SPACING = 3;

    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int rows;
    private final double[] kelvin;

    private record Place(int cell, double contrast) {}

    private FineStructure(long firstColumn, long firstRow, int columns, int rows, BackgroundMap map) {
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.rows = rows;
        this.kelvin = IntStream.range(0, columns * rows)
                .parallel()
                .mapToDouble(cell -> contrast(map, at(cell)))
                .toArray();
    }

    /** @param region within the area of the map, at least 100 m from its edge */
    static FineStructure of(BackgroundMap map, Envelope region) {
        long firstColumn = (long) Math.ceil(region.getMinX() / STEP_METRES);
        long firstRow = (long) Math.ceil(region.getMinY() / STEP_METRES);
        int columns = (int) Math.max(0, Math.floor(region.getMaxX() / STEP_METRES) - firstColumn + 1);
        int rows = (int) Math.max(0, Math.floor(region.getMaxY() / STEP_METRES) - firstRow + 1);
        return new FineStructure(firstColumn, firstRow, columns, rows, map);
    }

    private static double contrast(BackgroundMap map, Coordinate at) {
        double sum = 0;
        for (int i = 0; i < RING_PLACES; i++) {
            double angle = 2 * Math.PI * i / RING_PLACES;
            sum += map.at(at.x + RING_METRES * Math.cos(angle), at.y + RING_METRES * Math.sin(angle), 0, 0);
        }
        return map.at(at.x, at.y, 0, 0) - sum / RING_PLACES;
    }

    private Coordinate at(int cell) {
        return new Coordinate(
                (firstColumn + cell % columns) * STEP_METRES, (firstRow + Math.floorDiv(cell, columns)) * STEP_METRES);
    }

    /** Local maxima and minima, those with the largest contrast first. */
    Stream<Coordinate> extremes() {
        List<Place> places = new ArrayList<>();
        for (int cell = 0; cell < kelvin.length; cell++) {
            double contrast = Math.abs(kelvin[cell]);
            if (contrast == largest(cell, EXTREME_STEPS)) {
                places.add(new Place(cell, contrast));
            }
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(Place::contrast).reversed().thenComparingInt(Place::cell))
                .map(place -> at(place.cell()));
    }

    /** Places without contrast in their surroundings, those with the least first. */
    Stream<Coordinate> smoothest() {
        return IntStream.range(0, kelvin.length)
                .filter(cell -> cell % columns % OPEN_SPACING == 0 && Math.floorDiv(cell, columns) % OPEN_SPACING == 0)
                .parallel()
                .mapToObj(cell -> new Place(cell, largest(cell, OPEN_STEPS)))
                .sorted(Comparator.comparingDouble(Place::contrast).thenComparingInt(Place::cell))
                .sequential()
                .map(place -> at(place.cell()));
    }

    /** Largest contrast of the places within a number of steps in each direction. */
    private double largest(int cell, int steps) {
        int column = cell % columns;
        int row = Math.floorDiv(cell, columns);
        double largest = 0;
        for (int y = Math.max(0, row - steps); y <= Math.min(rows - 1, row + steps); y++) {
            for (int x = Math.max(0, column - steps); x <= Math.min(columns - 1, column + steps); x++) {
                largest = Math.max(largest, Math.abs(kelvin[y * columns + x]));
            }
        }
        return largest;
    }
}
