package org.heatwatch.validation;

import org.heatwatch.simulator.Polygons;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A rectangular roof as it really lies.
 *
 * @param id of its feature
 * @param east of its middle in metres
 * @param north of its middle in metres
 * @param length in metres
 * @param width in metres
 * @param degrees of its length, from east towards north
 */
public record Building(String id, Role role, double east, double north, double length, double width, double degrees) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Corners as {east, north} in metres. */
    public double[][] corners() {
        return Polygons.rectangle(east, north, length, width, degrees);
    }

    /** The outline in metres. */
    public Polygon outline() {
        double[][] corners = corners();
        Coordinate[] ring = new Coordinate[corners.length + 1];
        for (int i = 0; i < ring.length; i++) {
            double[] corner = corners[i % corners.length];
            ring[i] = new Coordinate(corner[0], corner[1]);
        }
        return FACTORY.createPolygon(ring);
    }

    Building moved(double metresEast, double metresNorth) {
        return new Building(id, role, east + metresEast, north + metresNorth, length, width, degrees);
    }
}
