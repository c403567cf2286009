package org.heatwatch.validation;

import org.heatwatch.simulator.Polygons;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A rectangular building at its true position.
 *
 * @param id id of its feature in the site definition
 * @param role role of its feature
 * @param east easting of its centre in metres
 * @param north northing of its centre in metres
 * @param length in metres
 * @param width in metres
 * @param degrees direction of its length, from east towards north
 */
public record Building(String id, Role role, double east, double north, double length, double width, double degrees) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Corners as {easting, northing} in metres. */
    public double[][] corners() {
        return Polygons.rectangle(east, north, length, width, degrees);
    }

    /** The outline as a polygon of eastings and northings in metres. */
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
