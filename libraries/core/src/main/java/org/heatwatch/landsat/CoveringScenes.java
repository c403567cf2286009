package org.heatwatch.landsat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the WRS-2 paths and rows that show a rectangle on the ground. */
public final class CoveringScenes {
    /** Farther than any point of a scene is from its centre, in degrees of latitude. */
    private static final double NEAR_DEGREES = 2;

    /** Latitude beyond which no footprint reaches, in degrees. */
    public static final double FARTHEST_LATITUDE = 82.6;

    private CoveringScenes() {}

    /**
     * All scenes that may show the whole rectangle, those by day first, each group in the order of path and row. Two
     * adjacent rows of a path show the same overpass.
     *
     * <p>All arguments are in degrees; the sides are at most 50 km long.
     */
    public static List<SceneCoverage> of(double west, double south, double east, double north) {
        double latitude = (south + north) / 2;
        double longitude = (west + east) / 2;
        List<SceneCoverage> found = new ArrayList<>();
        for (int row = 1; row <= WrsScene.MAX_ROW; row++) {
            if (Math.abs(GroundTrack.latitude(row) - latitude) > NEAR_DEGREES) {
                continue;
            }
            for (int path = 1; path <= WrsScene.MAX_PATH; path++) {
                if (isNear(GroundTrack.at(path, row), longitude)) {
                    SceneCoverage coverage =
                            SceneFootprint.of(new WrsScene(path, row)).coverage(west, south, east, north);
                    if (coverage.isPossible()) {
                        found.add(coverage);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(SceneCoverage::byDay).reversed().thenComparing(SceneCoverage::scene));
        return List.copyOf(found);
    }

    private static boolean isNear(GroundTrack.Point centre, double longitude) {
        double apart = Math.abs(Math.IEEEremainder(centre.longitude() - longitude, 360));
        return apart * Math.cos(Math.toRadians(centre.latitude())) <= NEAR_DEGREES;
    }
}
