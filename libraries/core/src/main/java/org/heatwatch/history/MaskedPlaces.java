package org.heatwatch.history;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heatwatch.sampling.NativeSamples;

/** Where samples are missing among those of a scene: under clouds, not beyond its edges. */
final class MaskedPlaces {
    private final double[] east;
    private final double[] north;

    private MaskedPlaces(double[] east, double[] north) {
        this.east = east;
        this.north = north;
    }

    static MaskedPlaces of(NativeSamples samples) {
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
            return new MaskedPlaces(new double[0], new double[0]);
        }
        boolean[][] seen = new boolean[lastAlong - firstAlong + 1][lastAcross - firstAcross + 1];
        for (int i = 0; i < samples.count(); i++) {
            seen[samples.along(i) - firstAlong][samples.across(i) - firstAcross] = true;
        }
        boolean[][] masked = betweenSeen(seen);
        double[] east = new double[seen.length * seen[0].length];
        double[] north = new double[east.length];
        int n = 0;
        for (int row = 0; row < seen.length; row++) {
            for (int column = 0; column < seen[0].length; column++) {
                if (masked[row][column]) {
                    double[] at = samples.grid().positionOf(column + firstAcross, row + firstAlong);
                    east[n] = at[0];
                    north[n++] = at[1];
                }
            }
        }
        return new MaskedPlaces(Arrays.copyOf(east, n), Arrays.copyOf(north, n));
    }

    /** Not seen, but with something seen on both sides in its row or in its column. */
    private static boolean[][] betweenSeen(boolean[][] seen) {
        int columns = seen[0].length;
        boolean[][] between = new boolean[seen.length][columns];
        for (int r = 0; r < seen.length; r++) {
            int row = r;
            eachGap(columns, column -> seen[row][column], column -> between[row][column] = true);
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            eachGap(seen.length, row -> seen[row][column], row -> between[row][column] = true);
        }
        return between;
    }

    /** Every index of so many that is not seen, between two that are. */
    private static void eachGap(int count, IntPredicate isSeen, IntConsumer action) {
        int last = count - 1;
        while (last >= 0 && !isSeen.test(last)) {
            last--;
        }
        IntStream.range(0, last + 1)
                .dropWhile(i -> !isSeen.test(i))
                .filter(i -> !isSeen.test(i))
                .forEach(action);
    }

    /** Distance in metres from a place to the nearest masked sample; infinite if there is none. */
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
