package org.heatwatch.estimation.cloud;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/** The cells of a scene that clouds cover, given its level and contrast. */
final class CloudCells {
    /** Deviations by which a cell is colder than the ground that a cloud is suspected in. */
    private static final double COLD_DEVIATIONS = 5;

    private static final double LEAST_COLD_KELVIN = 2.5;

    /** The same of a cell next to a cloud. */
    private static final double EDGE_DEVIATIONS = 2.5;

    private static final double LEAST_EDGE_KELVIN = 1.2;

    /** A single cell that is colder than the ground by this is a cloud. */
    private static final double VERY_COLD_KELVIN = 8;

    /** Half the side in cells of the square in which the contrast of the ground is measured: 1 km. */
    private static final int CONTRAST_REACH = 2;

    /** Cells that are warmer than the ground by this say nothing of its contrast. */
    private static final double HOT_KELVIN = 2;

    private static final double HOT_DEVIATIONS = 5;

    /** Mean warmth of a place, in deviations of a cell, that buildings in use may have caused. */
    private static final double WARMER_DEVIATIONS = 0.5;

    private static final int FEWEST_CELLS = 15;
    private static final double LARGEST_ERROR = 0.12;
    private static final double SIGNIFICANT = 3;

    private final CellLattice cells;
    private final double[] means;
    private final double[] expected;
    private final double[] rest;
    private final double deviation;

    CloudCells(CellLattice cells, double[] means, double[] expected, CloudTest.ScenesGround fit, double deviation) {
        this.cells = cells;
        this.means = means;
        this.expected = expected;
        this.deviation = deviation;
        this.rest = IntStream.range(0, means.length)
                .mapToDouble(cell -> means[cell] - fit.level() - fit.contrast() * expected[cell])
                .toArray();
    }

    /** Whether clouds cover each cell. */
    boolean[] cloudy() {
        boolean[] covered = grown(cold());
        boolean[] cold = dilated(covered);
        boolean[] hidden = new boolean[cold.length];
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] = !cold[cell] && isContrastHidden(cell, cold);
        }
        boolean[] cloudy = dilated(hidden);
        for (int cell = 0; cell < cloudy.length; cell++) {
            cloudy[cell] |= covered[cell];
        }
        return cloudy;
    }

    private boolean[] dilated(boolean[] marked) {
        boolean[] dilated = new boolean[marked.length];
        for (int cell = 0; cell < marked.length; cell++) {
            if (marked[cell]) {
                for (int near : cells.around(cell, 1)) {
                    dilated[near] = true;
                }
            }
        }
        return dilated;
    }

    private boolean isColder(int cell, double kelvin, double deviations) {
        return rest[cell] < -Math.max(kelvin, deviations * deviation);
    }

    /** Cold cells that have a cold neighbour, or are very cold. */
    private boolean[] cold() {
        boolean[] cold = new boolean[rest.length];
        for (int cell = 0; cell < rest.length; cell++) {
            if (isColder(cell, LEAST_COLD_KELVIN, COLD_DEVIATIONS)) {
                int colder = 0;
                for (int near : cells.around(cell, 1)) {
                    colder += isColder(near, LEAST_COLD_KELVIN, COLD_DEVIATIONS) ? 1 : 0;
                }
                cold[cell] = colder >= 2 || isColder(cell, VERY_COLD_KELVIN, COLD_DEVIATIONS);
            }
        }
        return cold;
    }

    /** Extends clouds to their thinner edges. */
    private boolean[] grown(boolean[] cold) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int cell = 0; cell < cold.length; cell++) {
            if (cold[cell]) {
                open.add(cell);
            }
        }
        while (!open.isEmpty()) {
            for (int near : cells.around(open.remove(), 1)) {
                if (!cold[near] && isColder(near, LEAST_EDGE_KELVIN, EDGE_DEVIATIONS)) {
                    cold[near] = true;
                    open.add(near);
                }
            }
        }
        return cold;
    }

    /**
     * The fine contrast of the ground over some cells, each relative to its surroundings. Cells are not selected by
     * their temperature, which would make any cloud with parts of different temperature similar to the ground.
     *
     * @return contrast in units of that of clear scenes, and its standard error
     */
    Contrast contrast(boolean[] excluded) {
        boolean[] unused = excluded.clone();
        for (int cell = 0; cell < unused.length; cell++) {
            unused[cell] |= rest[cell] > Math.max(HOT_KELVIN, HOT_DEVIATIONS * deviation);
        }
        double[] ground = cells.fine(used(expected, unused), CONTRAST_REACH);
        double[] scene = cells.fine(used(means, unused), CONTRAST_REACH);
        double product = 0;
        double square = 0;
        for (int cell = 0; cell < ground.length; cell++) {
            if (Double.isFinite(ground[cell]) && Double.isFinite(scene[cell])) {
                product += ground[cell] * scene[cell];
                square += ground[cell] * ground[cell];
            }
        }
        double contrast = product / square;
        double[] rest = IntStream.range(0, ground.length)
                .mapToDouble(cell -> scene[cell] - contrast * ground[cell])
                .toArray();
        return new Contrast(
                contrast,
                CloudTest.CORRELATED_CELLS * deviation / Math.sqrt(square),
                Robust.deviation(rest) / deviation);
    }

    /** The values of the cells that are known and not excluded, otherwise NaN. */
    private double[] used(double[] values, boolean[] excluded) {
        return IntStream.range(0, values.length)
                .mapToDouble(cell -> Double.isFinite(rest[cell]) && !excluded[cell] ? values[cell] : Double.NaN)
                .toArray();
    }

    /**
     * Contrast of the ground in units of that of clear scenes.
     *
     * @param error standard error in a clear scene
     * @param scatter robust standard deviation of what the ground does not explain, in units of that of clear scenes
     */
    record Contrast(double value, double error, double scatter) {}

    /** Share of the cells with samples and known ground that are not excluded; 0 if there are none. */
    double share(boolean[] excluded) {
        long known = Arrays.stream(rest).filter(Double::isFinite).count();
        return (double) Arrays.stream(used(rest, excluded))
                        .filter(Double::isFinite)
                        .count()
                / Math.max(1, known);
    }

    /**
     * Whether the contrast of the ground around a cell is significantly lower than it could be under a clear sky.
     *
     * <p>Heat of buildings that are colder than their surroundings when idle cancels contrast too. It makes the
     * place warmer on average, which a cloud at the temperature of the ground does not.
     */
    private boolean isContrastHidden(int cell, boolean[] cold) {
        double count = 0;
        double sumExpected = 0;
        double sum = 0;
        double product = 0;
        double square = 0;
        double sumRest = 0;
        for (int near : cells.around(cell, CONTRAST_REACH)) {
            if (Double.isFinite(rest[near]) && !cold[near]) {
                count++;
                sumRest += rest[near];
                sumExpected += expected[near];
                sum += means[near];
                product += expected[near] * means[near];
                square += expected[near] * expected[near];
            }
        }
        if (count < FEWEST_CELLS || sumRest / count > WARMER_DEVIATIONS * deviation) {
            return false;
        }
        square -= sumExpected * sumExpected / count;
        double contrast = (product - sumExpected * sum / count) / square;
        double error = deviation / Math.sqrt(square);
        return error < LARGEST_ERROR && contrast + SIGNIFICANT * error < CloudTest.HIDDEN_CONTRAST;
    }
}
