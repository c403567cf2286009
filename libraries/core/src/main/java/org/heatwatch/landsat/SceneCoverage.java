package org.heatwatch.landsat;

/**
 * How a WRS-2 path and row shows a rectangle on the ground.
 *
 * @param byDay whether the overpass is by day
 * @param alongMarginMetres distance from the rectangle to the first or last line of the nominal scene; negative if a
 *     part of the rectangle is outside
 * @param acrossMarginMetres the same for the sides of the swath
 */
public record SceneCoverage(WrsScene scene, boolean byDay, double alongMarginMetres, double acrossMarginMetres) {

    /** Whether the nominal scene contains the whole rectangle. */
    public boolean isCovered() {
        return marginMetres() >= 0;
    }

    /** Whether the rectangle is so near the border of the scene that some overpasses show it only in part. */
    public boolean isAtEdge() {
        return isPossible()
                && (alongMarginMetres < SceneFootprint.UNCERTAIN_ALONG_METRES
                        || acrossMarginMetres < SceneFootprint.UNCERTAIN_ACROSS_METRES);
    }

    /** Whether at least some overpasses may show the whole rectangle. */
    public boolean isPossible() {
        return alongMarginMetres >= -SceneFootprint.UNCERTAIN_ALONG_METRES
                && acrossMarginMetres >= -SceneFootprint.UNCERTAIN_ACROSS_METRES;
    }

    /** The smaller of the two distances to the border of the nominal scene; negative if a part is outside. */
    public double marginMetres() {
        return Math.min(alongMarginMetres, acrossMarginMetres);
    }
}
