package org.heatwatch.estimation.fit;

import org.heatwatch.simulator.Polygons;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Rectangular footprints. */
final class Footprints {
    private Footprints() {}

    static Polygon polygon(double[][] corners) {
        Coordinate[] ring = new Coordinate[corners.length + 1];
        for (int i = 0; i < ring.length; i++) {
            double[] corner = corners[i % corners.length];
            ring[i] = new Coordinate(corner[0], corner[1]);
        }
        return new GeometryFactory().createPolygon(ring);
    }

    static Polygon rectangle(double east, double north, double length, double width, double degrees) {
        return polygon(Polygons.rectangle(east, north, length, width, degrees));
    }
}
