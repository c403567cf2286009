package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks that the coordinates of a GeoJSON collection are longitude and latitude (WGS 84). RFC 7946 allows nothing
 * else; programs that write the older form state another system in the member {@code crs}, or write metres without it.
 */
public final class CoordinateSystem {
    private static final Pattern LONGITUDE_LATITUDE =
            Pattern.compile("(?i)(.*[:/])?(CRS84h?|WGS ?84)|(.*EPSG.*[:/])?(4326|4979)");

    /** No longitude or latitude has a larger value, whatever its origin. */
    private static final double LARGEST_DEGREES = 400;

    private static final String QGIS = "in QGIS, 'Export > Save Features As' with CRS EPSG:4326";

    /**
     * What is wrong with the coordinates, and the remedy.
     *
     * @param problem for people, without the name of the file
     */
    public record Mismatch(String problem, String advice) {}

    private CoordinateSystem() {}

    /** Why the coordinates of a feature collection, or of one feature, are not degrees; empty if they are. */
    public static Optional<Mismatch> mismatch(JsonNode root) {
        String name = name(root.path("crs"));
        if (!name.isEmpty() && !LONGITUDE_LATITUDE.matcher(name).matches()) {
            return Optional.of(new Mismatch(
                    "the member crs states " + JsonExcerpt.shortened(name)
                            + ", but GeoJSON has longitude and latitude (EPSG:4326)",
                    "save it again: " + QGIS
                            + ", or with GDAL 'ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES OUT.geojson IN.geojson'"));
        }
        return projected(root)
                .map(position -> new Mismatch(
                        "positions such as " + JsonExcerpt.excerpt(position)
                                + " are metres of a map projection, not degrees",
                        "save it again: " + QGIS + ", or with GDAL 'ogr2ogr -s_srs EPSG:CODE -t_srs EPSG:4326"
                                + " -lco RFC7946=YES OUT.geojson IN.geojson', CODE being that of the projection"));
    }

    private static String name(JsonNode crs) {
        JsonNode properties = crs.path("properties");
        for (String member : new String[] {"name", "code", "href"}) {
            if (properties.path(member).isValueNode()) {
                return properties.path(member).asText();
            }
        }
        return crs.isTextual() ? crs.asText() : "";
    }

    /** The first position outside all degrees. */
    private static Optional<JsonNode> projected(JsonNode root) {
        JsonNode features = root.path("features");
        if (!features.isArray()) {
            return firstPosition(root.path("geometry")).filter(CoordinateSystem::isProjected);
        }
        for (JsonNode feature : features) {
            Optional<JsonNode> position = firstPosition(feature.path("geometry"));
            if (position.isPresent()) {
                return position.filter(CoordinateSystem::isProjected);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> firstPosition(JsonNode geometry) {
        JsonNode node = geometry.path("geometries").isArray()
                ? geometry.path("geometries").path(0).path("coordinates")
                : geometry.path("coordinates");
        while (node.isArray() && node.path(0).isArray()) {
            node = node.path(0);
        }
        return node.path(0).isNumber() && node.path(1).isNumber() ? Optional.of(node) : Optional.empty();
    }

    private static boolean isProjected(JsonNode position) {
        return Double.isFinite(position.path(0).asDouble())
                && Double.isFinite(position.path(1).asDouble())
                && (Math.abs(position.path(0).asDouble()) > LARGEST_DEGREES
                        || Math.abs(position.path(1).asDouble()) > LARGEST_DEGREES);
    }
}
