package org.heatwatch.history;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heatwatch.sampling.NativeSamples;

/**
 * Positions of the masked samples of a scene: those missing between observed ones, as under clouds, not beyond its
 * edges.
 */
final class MaskedSamples {
    private final double[] east;
    private final double[] north;

    private MaskedSamples(double[] east, double[] north) {
        this.east = east;
        this.north = north;
    }

    static MaskedSamples of(NativeSamples samples) {
        int firstAcross = Integer.MAX_VALUE;
        int lastAcross = Integer.MIN_VALUE;
        int firstAlong = Integer.MAX_VALUE;
        int lastAlong = Integer.MIN_VALUE;
        for (int i = 0; i < samples.count(); i++) {
            firstAcross = Math.min(firstAcross, samples.across(i));
            lastAcross = Math.max(lastAcross, samples.across(i));
            firstAlong = Math.min(firstAlong, samples.along(i));
            lastAlong = Math.max(lastAlong, samples.along(i));
        }
        if (samples.count() == 0) {
            return new MaskedSamples(new double[0], new double[0]);
        }
        boolean[][] observed = new boolean[lastAlong - firstAlong + 1][lastAcross - firstAcross + 1];
        for (int i = 0; i < samples.count(); i++) {
            observed[samples.along(i) - firstAlong][samples.across(i) - firstAcross] = true;
        }
        boolean[][] masked = gaps(observed);
        double[] east = new double[observed.length * observed[0].length];
        double[] north = new double[east.length];
        int count = 0;
        for (int row = 0; row < observed.length; row++) {
            for (int column = 0; column < observed[0].length; column++) {
                if (masked[row][column]) {
                    double[] at = samples.grid().positionOf(column + firstAcross, row + firstAlong);
                    east[count] = at[0];
                    north[count++] = at[1];
                }
            }
        }
        return new MaskedSamples(Arrays.copyOf(east, count), Arrays.copyOf(north, count));
    }

    /** Marks each sample that is missing but has observed samples on both sides in its row or its column. */
    private static boolean[][] gaps(boolean[][] observed) {
        int columns = observed[0].length;
        boolean[][] between = new boolean[observed.length][columns];
        for (int r = 0; r < observed.length; r++) {
            int row = r;
            eachGap(columns, column -> observed[row][column], column -> between[row][column] = true);
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            eachGap(observed.length, row -> observed[row][column], row -> between[row][column] = true);
        }
        return between;
    }

    /** Calls the action for each unobserved index between observed ones. */
    private static void eachGap(int count, IntPredicate isObserved, IntConsumer action) {
        int last = count - 1;
        while (last >= 0 && !isObserved.test(last)) {
            last--;
        }
        IntStream.range(0, last + 1)
                .dropWhile(i -> !isObserved.test(i))
                .filter(i -> !isObserved.test(i))
                .forEach(action);
    }

    /** Distance from a position to the nearest masked sample, in metres; infinite if there is none. */
    double distance(double toEast, double toNorth) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < east.length; i++) {
            double x = east[i] - toEast;
            double y = north[i] - toNorth;
            nearest = Math.min(nearest, x * x + y * y);
        }
        return Math.sqrt(nearest);
    }
}
