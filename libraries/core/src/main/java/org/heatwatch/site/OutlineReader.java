package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Reads the geometry of a GeoJSON feature as an outline. */
public final class OutlineReader {

    private OutlineReader() {}

    /** Whether the geometry is a polygon, a multi-polygon or a collection of them. */
    public static boolean isOutline(JsonNode geometry) {
        return switch (geometry.path("type").asText()) {
            case "Polygon", "MultiPolygon" -> true;
            case "GeometryCollection" -> {
                boolean outlines = !geometry.path("geometries").isEmpty();
                for (JsonNode part : geometry.path("geometries")) {
                    outlines &= isOutline(part);
                }
                yield outlines;
            }
            default -> false;
        };
    }

    /**
     * The outline in degrees, with rings turned as RFC 7946 requires; empty if its rings are not closed or its
     * positions are not numbers. It may be invalid, for example cross itself.
     */
    public static Optional<Geometry> read(JsonNode geometry) {
        Defects defects = new Defects();
        return new PolygonReader(defects).read(geometry, "outline").filter(_ -> defects.count() == 0);
    }
}
