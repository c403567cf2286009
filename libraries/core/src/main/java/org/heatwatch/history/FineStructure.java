package org.heatwatch.history;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.estimation.background.FittedBackground;
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

    /** Half the side of a neighbourhood, in steps: 300 m, beyond the reach of a fit. */
    private static final int NEIGHBOURHOOD_STEPS = 15;

    /** Spacing of open places, in steps. */
    private static final int OPEN_SPACING = 3;

    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int rows;
    private final double[] kelvin;

    private record Place(int cell, double kelvin) {}

    private FineStructure(long firstColumn, long firstRow, int columns, int rows, FittedBackground ground) {
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.rows = rows;
        this.kelvin = IntStream.range(0, columns * rows)
                .parallel()
                .mapToDouble(cell -> contrast(ground, at(cell)))
                .toArray();
    }

    /** @param region within the area of the ground, at least 100 m from its edge */
    static FineStructure of(FittedBackground ground, Envelope region) {
        long firstColumn = (long) Math.ceil(region.getMinX() / STEP_METRES);
        long firstRow = (long) Math.ceil(region.getMinY() / STEP_METRES);
        int columns = (int) Math.max(0, Math.floor(region.getMaxX() / STEP_METRES) - firstColumn + 1);
        int rows = (int) Math.max(0, Math.floor(region.getMaxY() / STEP_METRES) - firstRow + 1);
        return new FineStructure(firstColumn, firstRow, columns, rows, ground);
    }

    private static double contrast(FittedBackground ground, Coordinate at) {
        double sum = 0;
        for (int i = 0; i < RING_PLACES; i++) {
            double angle = 2 * Math.PI * i / RING_PLACES;
            sum += ground.steady(at.x + RING_METRES * Math.cos(angle), at.y + RING_METRES * Math.sin(angle));
        }
        return ground.steady(at.x, at.y) - sum / RING_PLACES;
    }

    private Coordinate at(int cell) {
        return new Coordinate(
                (firstColumn + cell % columns) * STEP_METRES, (firstRow + Math.floorDiv(cell, columns)) * STEP_METRES);
    }

    /** Local maxima and minima, those with the largest contrast in a rough neighbourhood first. */
    Stream<Coordinate> extremes() {
        return IntStream.range(0, kelvin.length)
                .parallel()
                .filter(this::isExtreme)
                .mapToObj(cell -> new Place(cell, Math.abs(kelvin[cell]) * roughness(cell)))
                .sorted(Comparator.comparingDouble(Place::kelvin).reversed().thenComparingInt(Place::cell))
                .sequential()
                .map(place -> at(place.cell()));
    }

    /** Places in smooth neighbourhoods, the smoothest first. */
    Stream<Coordinate> smoothest() {
        return IntStream.range(0, kelvin.length)
                .parallel()
                .filter(cell -> cell % columns % OPEN_SPACING == 0 && Math.floorDiv(cell, columns) % OPEN_SPACING == 0)
                .mapToObj(cell -> new Place(cell, roughness(cell)))
                .sorted(Comparator.comparingDouble(Place::kelvin).thenComparingInt(Place::cell))
                .sequential()
                .map(place -> at(place.cell()));
    }

    private boolean isExtreme(int cell) {
        return around(cell, EXTREME_STEPS).allMatch(other -> Math.abs(kelvin[other]) <= Math.abs(kelvin[cell]));
    }

    /** Root mean square of the contrasts in the neighbourhood. */
    private double roughness(int cell) {
        return Math.sqrt(around(cell, NEIGHBOURHOOD_STEPS)
                .mapToDouble(other -> kelvin[other] * kelvin[other])
                .average()
                .orElse(0));
    }

    /** Cells within a number of steps in each direction. */
    private IntStream around(int cell, int steps) {
        int column = cell % columns;
        int row = Math.floorDiv(cell, columns);
        return IntStream.rangeClosed(Math.max(0, row - steps), Math.min(rows - 1, row + steps))
                .flatMap(y -> IntStream.rangeClosed(Math.max(0, column - steps), Math.min(columns - 1, column + steps))
                        .map(x -> y * columns + x));
    }
}
