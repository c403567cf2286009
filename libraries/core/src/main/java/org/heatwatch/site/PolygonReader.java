package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Reads a GeoJSON Polygon or MultiPolygon with holes, or a GeometryCollection of them, and ignores heights. Rings that
 * were drawn in the other direction than RFC 7946 requires are turned.
 */
final class PolygonReader {

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), UtmProjection.WGS84);
    private static final int FEWEST_POSITIONS = 4;

    private final Defects defects;

    PolygonReader(Defects defects) {
        this.defects = defects;
    }

    Optional<Geometry> read(JsonNode geometry, String where) {
        String type = geometry.path("type").asText();
        JsonNode coordinates = geometry.path("coordinates");
        int before = defects.count();
        Geometry read =
                switch (type) {
                    case "Polygon" -> polygon(coordinates, where);
                    case "MultiPolygon" -> multiPolygon(coordinates, where);
                    case "GeometryCollection" -> collection(geometry.path("geometries"), where);
                    default -> {
                        defects.add(
                                where,
                                type.isEmpty() ? "missing geometry" : "the geometry is a " + type + ", not a Polygon",
                                "draw the outline as a Polygon or MultiPolygon");
                        yield FACTORY.createPolygon();
                    }
                };
        return defects.count() > before ? Optional.empty() : Optional.of(RingOrientation.turned(read));
    }

    /** A collection of polygons and multi-polygons: some programs wrap each outline into one. */
    private Geometry collection(JsonNode geometries, String where) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode geometry : geometries) {
            Optional<Geometry> part = read(geometry, where);
            for (int i = 0; i < part.map(Geometry::getNumGeometries).orElse(0); i++) {
                polygons.add((Polygon) part.orElseThrow().getGeometryN(i));
            }
        }
        if (polygons.isEmpty()) {
            defects.add(where, "the geometry has no rings", "draw the outline");
        }
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private Geometry multiPolygon(JsonNode coordinates, String where) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode rings : coordinates) {
            polygons.add(polygon(rings, where));
        }
        if (polygons.isEmpty()) {
            defects.add(where, "the geometry has no rings", "draw the outline");
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private Polygon polygon(JsonNode rings, String where) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            ring(ring, where).ifPresent(read::add);
        }
        if (!rings.isArray() || rings.isEmpty()) {
            defects.add(where, "the geometry has no rings", "draw the outline");
        }
        return read.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(
                        read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private Optional<LinearRing> ring(JsonNode ring, String where) {
        List<Coordinate> positions = new ArrayList<>();
        for (JsonNode position : ring) {
            if (!isPosition(position)) {
                defects.add(
                        where,
                        "position " + JsonExcerpt.excerpt(position) + " is not two numbers",
                        "write each position as [longitude, latitude]");
                return Optional.empty();
            }
            positions.add(
                    new Coordinate(position.get(0).asDouble(), position.get(1).asDouble()));
        }
        if (positions.size() < FEWEST_POSITIONS) {
            defects.add(
                    where,
                    "a ring has " + positions.size() + " positions, fewer than 4",
                    "give at least three corners and repeat the first position at the end");
            return Optional.empty();
        }
        if (!positions.getFirst().equals2D(positions.getLast())) {
            defects.add(where, "a ring is not closed", "repeat the first position of each ring at its end");
            return Optional.empty();
        }
        return Optional.of(FACTORY.createLinearRing(positions.toArray(Coordinate[]::new)));
    }

    private static boolean isPosition(JsonNode node) {
        return node.isArray() && node.size() >= 2 && isFinite(node.get(0)) && isFinite(node.get(1));
    }

    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.asDouble());
    }
}
