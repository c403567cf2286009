package org.heatwatch.history;

import java.util.Arrays;
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
        boolean[][] between = new boolean[seen.length][seen[0].length];
        for (int row = 0; row < seen.length; row++) {
            int first = 0;
            int last = seen[0].length - 1;
            while (first <= last && !seen[row][first]) {
                first++;
            }
            while (last > first && !seen[row][last]) {
                last--;
            }
            for (int column = first; column <= last; column++) {
                between[row][column] = !seen[row][column];
            }
        }
        for (int column = 0; column < seen[0].length; column++) {
            int first = 0;
            int last = seen.length - 1;
            while (first <= last && !seen[first][column]) {
                first++;
            }
            while (last > first && !seen[last][column]) {
                last--;
            }
            for (int row = first; row <= last; row++) {
                between[row][column] |= !seen[row][column];
            }
        }
        return between;
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
