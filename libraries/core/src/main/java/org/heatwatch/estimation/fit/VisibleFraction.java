package org.heatwatch.estimation.fit;

import java.util.function.DoubleBinaryOperator;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** Share of a footprint's weight that is visible in a scene. */
final class VisibleFraction {
    private VisibleFraction() {}

    /**
     * Sum of the responses of the usable samples, divided by that of all samples of the grid; 0 to 1.
     *
     * @param response of a sample, given its easting and northing
     * @param reach rectangle outside of which the response is 0
     */
    static double of(DoubleBinaryOperator response, Envelope reach, IndexedSamples indexed, SamplingGrid grid) {
        double[] southWest = grid.indexOf(reach.getMinX(), reach.getMinY());
        double[] northWest = grid.indexOf(reach.getMinX(), reach.getMaxY());
        double[] southEast = grid.indexOf(reach.getMaxX(), reach.getMinY());
        double[] northEast = grid.indexOf(reach.getMaxX(), reach.getMaxY());
        int firstAcross = least(southWest[0], northWest[0], southEast[0], northEast[0]);
        int lastAcross = most(southWest[0], northWest[0], southEast[0], northEast[0]);
        int firstAlong = least(southWest[1], northWest[1], southEast[1], northEast[1]);
        int lastAlong = most(southWest[1], northWest[1], southEast[1], northEast[1]);
        double whole = 0;
        for (int along = firstAlong; along <= lastAlong; along++) {
            for (int across = firstAcross; across <= lastAcross; across++) {
                double[] at = grid.positionOf(across, along);
                whole += response.applyAsDouble(at[0], at[1]);
            }
        }
        double seen = 0;
        LocalSamples scene = indexed.samples();
        for (int s : indexed.within(reach)) {
            seen += response.applyAsDouble(scene.east(s), scene.north(s));
        }
        return whole > 0 ? Math.min(1, seen / whole) : 0;
    }

    private static int least(double a, double b, double c, double d) {
        return (int) Math.floor(Math.min(Math.min(a, b), Math.min(c, d)));
    }

    private static int most(double a, double b, double c, double d) {
        return (int) Math.ceil(Math.max(Math.max(a, b), Math.max(c, d)));
    }
}
