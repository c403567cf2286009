package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** An area on the Earth in degrees (WGS 84), given as a box or a geometry. */
final class Area {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int NUMBERS_2D = 4;
    private static final int NUMBERS_3D = 6;
    private static final int MAX_POINTS = 1000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern DEGREES = Pattern.compile("(urn:ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?"
            + "(OGC[:/]1\\.3[:/]CRS84|OGC[:/]+CRS84|EPSG:(.*:)?4326|CRS84)");

    private final Geometry geometry;

    private Area(Geometry geometry) {
        this.geometry = geometry;
    }

    /**
     * Parses a bounding box: west, south, east, north. A box of six numbers also has heights, which are ignored. A box
     * whose west is greater than its east crosses the 180th meridian.
     *
     * @throws IllegalArgumentException if the text is not a box; the message says why
     */
    static Area ofBox(String text) {
        double[] numbers = Arrays.stream(text.split(",", -1))
                .mapToDouble(number -> Parameter.finite(number.strip()))
                .toArray();
        Parameter.require(
                numbers.length == NUMBERS_2D || numbers.length == NUMBERS_3D,
                "%d numbers; a box has 4 or 6".formatted(numbers.length));
        double[] box =
                numbers.length == NUMBERS_2D ? numbers : new double[] {numbers[0], numbers[1], numbers[3], numbers[4]};
        Parameter.require(
                Math.abs(box[0]) <= 180 && Math.abs(box[2]) <= 180, "a longitude is outside -180 to 180 degrees");
        Parameter.require(Math.abs(box[1]) <= 90 && Math.abs(box[3]) <= 90, "a latitude is outside -90 to 90 degrees");
        Parameter.require(box[1] <= box[3], "south (%s) is greater than north (%s)".formatted(box[1], box[3]));
        Parameter.require(
                numbers.length == NUMBERS_2D || numbers[2] <= numbers[5],
                "the lower height is greater than the upper height");
        if (box[0] <= box[2]) {
            return new Area(box(box[0], box[1], box[2], box[3]));
        }
        return new Area(box(box[0], box[1], 180, box[3]).union(box(-180, box[1], box[2], box[3])));
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    /**
     * Parses a GeoJSON geometry.
     *
     * @throws IllegalArgumentException if the text is not a valid geometry; the message says why
     */
    static Area ofGeoJson(String text) {
        try {
            Geometry geometry = new GeoJsonReader().read(withoutCrs(text));
            Parameter.require(geometry != null && !geometry.isEmpty(), "the geometry is empty");
            Parameter.require(
                    geometry.getNumPoints() <= MAX_POINTS,
                    "the geometry has more than %d points".formatted(MAX_POINTS));
            Parameter.require(geometry.isValid(), "the geometry intersects itself or has too few points");
            return new Area(geometry);
        } catch (ParseException | JsonProcessingException | RuntimeException e) {
            // For JSON of an unexpected shape, the reader throws ClassCastException and the like.
            throw e instanceof IllegalArgumentException known && !(e.getCause() instanceof ParseException)
                    ? known
                    : new IllegalArgumentException(Parameter.shown(text) + " is not a GeoJSON geometry", e);
        }
    }

    /**
     * Removes the member {@code crs} of an earlier GeoJSON specification, if it names longitude and latitude in
     * degrees.
     */
    private static String withoutCrs(String text) throws JsonProcessingException {
        JsonNode geometry = MAPPER.readTree(text);
        if (geometry instanceof ObjectNode object && object.has("crs")) {
            String name = object.at("/crs/properties/name").asText();
            Parameter.require(
                    DEGREES.matcher(name).matches(),
                    "the coordinate system %s is not supported; use longitude and latitude (CRS84)"
                            .formatted(Parameter.shown(name)));
            object.remove("crs");
            return object.toString();
        }
        return text;
    }

    boolean intersects(Geometry other) {
        // JTS does not support intersects on geometry collections, so each part is tested.
        return IntStream.range(0, geometry.getNumGeometries())
                .anyMatch(part -> geometry.getGeometryN(part).intersects(other));
    }
}
