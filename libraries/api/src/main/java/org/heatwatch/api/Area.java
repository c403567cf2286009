package org.heatwatch.api;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** A part of the earth in degrees WGS 84. */
final class Area {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int FLAT = 4;
    private static final int SOLID = 6;
    private static final int MOST_POINTS = 1000;

    private final Geometry geometry;

    private Area(Geometry geometry) {
        this.geometry = geometry;
    }

    /**
     * Reads west, south, east, north; with heights, which are passed over, six numbers. West of more than east crosses the
     * 180th meridian.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Area ofBox(String text) {
        double[] all = Arrays.stream(text.split(",", -1))
                .mapToDouble(number -> Parameter.finite(number.strip()))
                .toArray();
        Parameter.require(
                all.length == FLAT || all.length == SOLID,
                "%d numbers, where there must be 4 or 6".formatted(all.length));
        double[] box = all.length == FLAT ? all : new double[] {all[0], all[1], all[3], all[4]};
        Parameter.require(Math.abs(box[0]) <= 180 && Math.abs(box[2]) <= 180, "a longitude beyond 180 degrees");
        Parameter.require(Math.abs(box[1]) <= 90 && Math.abs(box[3]) <= 90, "a latitude beyond 90 degrees");
        Parameter.require(box[1] <= box[3], "south of %s is beyond north of %s".formatted(box[1], box[3]));
        Parameter.require(all.length == FLAT || all[2] <= all[5], "the lower height is above the upper one");
        if (box[0] <= box[2]) {
            return new Area(box(box[0], box[1], box[2], box[3]));
        }
        return new Area(box(box[0], box[1], 180, box[3]).union(box(-180, box[1], box[2], box[3])));
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    /**
     * Reads a geometry in GeoJSON.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Area ofGeoJson(String text) {
        try {
            Geometry geometry = new GeoJsonReader().read(text);
            Parameter.require(geometry != null && !geometry.isEmpty(), "an empty geometry");
            Parameter.require(geometry.getNumPoints() <= MOST_POINTS, "more than %d points".formatted(MOST_POINTS));
            Parameter.require(geometry.isValid(), "a geometry that crosses itself, or has too few points");
            return new Area(geometry);
        } catch (ParseException | RuntimeException e) {
            // The reader answers JSON of an unexpected shape with whatever its casts throw.
            throw e instanceof IllegalArgumentException known && !(e.getCause() instanceof ParseException)
                    ? known
                    : new IllegalArgumentException(Parameter.shown(text) + " is no geometry in GeoJSON", e);
        }
    }

    boolean intersects(Geometry other) {
        // One by one: collections as such are not compared.
        return IntStream.range(0, geometry.getNumGeometries())
                .anyMatch(part -> geometry.getGeometryN(part).intersects(other));
    }
}
