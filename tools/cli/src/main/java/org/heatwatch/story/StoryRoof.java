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
 * The roof of a feature, and its excess over the ground without any activity. Courtyards count as roof.
 *
 * @param outlines polygons of {east, north} corners in metres
 * @param constantByDay constant part of the excess by day, in kelvin at a contrast of 1
 * @param constantByNight the same by night
 */
record StoryRoof(String feature, List<double[][]> outlines, double constantByDay, double constantByNight) {
    private static final double CONSTANT_KELVIN = 2;
    private static final double NIGHT_SHARE = 0.4;
    private static final double VARIATION_KELVIN = 0.6;

    /** Draws the roof of a feature; the same for the same seed. */
    static StoryRoof of(Feature feature, long seed) {
        double byDay =
                CONSTANT_KELVIN * RandomStreams.of(seed, "roof " + feature.id()).nextGaussian();
        double byNight = CONSTANT_KELVIN
                * RandomStreams.of(seed, "roof by night " + feature.id()).nextGaussian();
        return new StoryRoof(feature.id(), outlines(feature.footprint().utm()), byDay, NIGHT_SHARE * byNight);
    }

    /** Excess without any activity in a scene, in kelvin. */
    double idle(Pass pass, double contrast, long sceneSeed) {
        double variation =
                VARIATION_KELVIN * RandomStreams.of(sceneSeed, "own " + feature).nextGaussian();
        return variation + contrast * (pass == Pass.DAY ? constantByDay : constantByNight);
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
