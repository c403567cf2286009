package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heatwatch.publication.GeoJsonGeometry;
import org.heatwatch.site.RingOrientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The location of a feature.
 *
 * @param geometry geometry in degrees (WGS 84), x = longitude
 * @param json the same geometry in GeoJSON; shared, must not be modified
 */
record Place(Geometry geometry, ObjectNode json) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Rings of polygons are turned as RFC 7946 and KML require. */
    static Place of(Geometry anyOrientation) {
        if (anyOrientation instanceof Point point) {
            return new Place(point, point(point));
        }
        Geometry geometry = RingOrientation.turned(anyOrientation);
        return new Place(geometry, GeoJsonGeometry.of(geometry));
    }

    static Place at(double longitude, double latitude) {
        return of(FACTORY.createPoint(new Coordinate(longitude, latitude)));
    }

    private static ObjectNode point(Point point) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "Point");
        json.putArray("coordinates").add(point.getX()).add(point.getY());
        return json;
    }
}
