package org.heatwatch.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heatwatch.site.RingOrientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Converts geometries to GeoJSON (RFC 7946). */
public final class GeoJsonGeometry {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GeoJsonGeometry() {}

    /**
     * Converts a polygon or multipolygon in degrees (WGS 84), x being the longitude. Outer rings are written
     * counterclockwise, holes clockwise.
     */
    public static ObjectNode of(Geometry anyOrientation) {
        Geometry geometry = RingOrientation.turned(anyOrientation);
        ObjectNode node = NODES.objectNode();
        if (geometry instanceof Polygon polygon) {
            node.put("type", "Polygon").set("coordinates", rings(polygon));
            return node;
        }
        ArrayNode polygons = node.put("type", "MultiPolygon").putArray("coordinates");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            polygons.add(rings((Polygon) geometry.getGeometryN(i)));
        }
        return node;
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode rings = NODES.arrayNode().add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static ArrayNode ring(LineString line) {
        ArrayNode ring = NODES.arrayNode();
        for (Coordinate c : line.getCoordinates()) {
            ring.addArray().add(c.x).add(c.y);
        }
        return ring;
    }
}
