package org.heatwatch.site;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Turns the rings of polygons as RFC 7946 requires: outer rings counterclockwise, holes clockwise. */
public final class RingOrientation {

    private RingOrientation() {}

    /** The same geometry with turned rings; the geometry itself if no ring has to be turned or it has no area. */
    public static Geometry turned(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            return isTurned(polygon) ? polygon : turnedPolygon(polygon);
        }
        List<Polygon> polygons = new ArrayList<>();
        boolean unchanged = true;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
                return geometry;
            }
            unchanged &= isTurned(polygon);
            polygons.add(isTurned(polygon) ? polygon : turnedPolygon(polygon));
        }
        return unchanged ? geometry : geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static boolean isTurned(Polygon polygon) {
        if (polygon.isEmpty()) {
            return true;
        }
        boolean turned = isCounterclockwise(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            turned &= !isCounterclockwise(polygon.getInteriorRingN(i));
        }
        return turned;
    }

    private static Polygon turnedPolygon(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(polygon.getInteriorRingN(i), /* counterclockwise= */ false);
        }
        return polygon.getFactory().createPolygon(ring(polygon.getExteriorRing(), /* counterclockwise= */ true), holes);
    }

    private static LinearRing ring(LinearRing ring, boolean counterclockwise) {
        return isCounterclockwise(ring) == counterclockwise ? ring : ring.reverse();
    }

    private static boolean isCounterclockwise(LinearRing ring) {
        return Orientation.isCCWArea(ring.getCoordinateSequence().toCoordinateArray());
    }
}
