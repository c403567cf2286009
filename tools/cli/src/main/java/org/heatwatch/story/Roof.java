package org.heatwatch.story;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The roof of a feature, and how much warmer than the ground it is without any activity. Courtyards are roofed over.
 *
 * @param outlines polygons of {east, north} corners in metres
 * @param still what stays by day, in kelvin at a contrast of 1
 * @param stillByNight the same by night
 */
record Roof(String feature, List<double[][]> outlines, double still, double stillByNight) {
    private static final double STILL_KELVIN = 2;
    private static final double NIGHT_SHARE = 0.4;
    private static final double OWN_KELVIN = 0.6;

    static Roof of(Feature feature, long seed) {
        double still =
                STILL_KELVIN * RandomStreams.of(seed, "roof " + feature.id()).nextGaussian();
        double dark = STILL_KELVIN
                * RandomStreams.of(seed, "roof by night " + feature.id()).nextGaussian();
        return new Roof(feature.id(), outlines(feature.footprint().utm()), still, NIGHT_SHARE * dark);
    }

    /** Without any activity, in a scene of its own seed. */
    double idle(Pass pass, double contrast, long sceneSeed) {
        double own = OWN_KELVIN * RandomStreams.of(sceneSeed, "own " + feature).nextGaussian();
        return own + contrast * (pass == Pass.DAY ? still : stillByNight);
    }

    private static List<double[][]> outlines(Geometry footprint) {
        List<double[][]> outlines = new ArrayList<>();
        for (int part = 0; part < footprint.getNumGeometries(); part++) {
            Coordinate[] ring =
                    ((Polygon) footprint.getGeometryN(part)).getExteriorRing().getCoordinates();
            double[][] corners = new double[ring.length - 1][];
            for (int i = 0; i < corners.length; i++) {
                corners[i] = new double[] {ring[i].x, ring[i].y};
            }
            outlines.add(corners);
        }
        return outlines;
    }
}
