package org.heatwatch.estimation.fit;

import java.util.function.DoubleBinaryOperator;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Envelope;

/** How much of a footprint's weight a scene shows. */
final class VisibleFraction {
    private VisibleFraction() {}

    /**
     * The usable samples' part of the weight on a footprint that all samples of the grid would have.
     *
     * @param response of a sample at an easting and a northing
     * @param reach beyond which the response is 0
     */
    static double of(DoubleBinaryOperator response, Envelope reach, LocalSamples scene, SamplingGrid grid) {
        double[] a = grid.indexOf(reach.getMinX(), reach.getMinY());
        double[] b = grid.indexOf(reach.getMinX(), reach.getMaxY());
        double[] c = grid.indexOf(reach.getMaxX(), reach.getMinY());
        double[] d = grid.indexOf(reach.getMaxX(), reach.getMaxY());
        double whole = 0;
        for (int along = least(a[1], b[1], c[1], d[1]); along <= most(a[1], b[1], c[1], d[1]); along++) {
            for (int across = least(a[0], b[0], c[0], d[0]); across <= most(a[0], b[0], c[0], d[0]); across++) {
                double[] at = grid.positionOf(across, along);
                whole += response.applyAsDouble(at[0], at[1]);
            }
        }
        double seen = 0;
        for (int s = 0; s < scene.count(); s++) {
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
