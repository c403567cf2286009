package org.heatwatch.api.cql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Reads the values that a filter states. */
final class Literals {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    Operand number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!Double.isFinite(value)) {
            throw CqlParser.wrong(token, "is too large");
        }
        return new Operand.Literal(value, PropertyType.NUMBER);
    }

    /** A day counts as its first instant in UTC. */
    Operand time(Token function, Token token) {
        return instant(token.kind() == Token.Kind.TEXT ? token.text() : "", function.is("DATE"))
                .<Operand>map(instant -> new Operand.Literal(instant, PropertyType.TIME))
                .orElseThrow(() -> CqlParser.wrong(token, "is not a time; write " + PropertyType.TIME.words()));
    }

    /** The time that a text states; empty if it states none. */
    static Optional<Instant> instant(String text, boolean isDay) {
        try {
            return Optional.of(
                    isDay
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Geometry geometry(Token token) {
        try {
            return token.text().toUpperCase(Locale.ROOT).startsWith("BBOX") ? box(token) : wellKnownText(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw CqlParser.wrong(
                    token,
                    "is not a geometry; write for example POINT(126.63 37.93) or BBOX(126.6, 37.9, 126.7, 38.0)");
        }
    }

    private static Geometry wellKnownText(Token token) throws ParseException {
        return valid(new WKTReader(FACTORY).read(token.text()));
    }

    /**
     * Reads a geometry in GeoJSON.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    static Geometry geoJson(String text) {
        try {
            return valid(new GeoJsonReader(FACTORY).read(text));
        } catch (ParseException | RuntimeException e) {
            // For JSON of an unexpected shape, the reader throws ClassCastException and the like.
            throw new IllegalArgumentException("not a GeoJSON geometry", e);
        }
    }

    private static Geometry valid(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty() || !geometry.isValid()) {
            throw new IllegalArgumentException("empty, or it intersects itself");
        }
        for (Coordinate position : geometry.getCoordinates()) {
            requireDegrees(position.x, position.y);
        }
        return geometry;
    }

    private static Geometry box(Token token) {
        String inner = token.text()
                .substring(token.text().indexOf('(') + 1, token.text().length() - 1);
        return box(Arrays.stream(inner.split(",", -1))
                .mapToDouble(number -> Double.parseDouble(number.strip()))
                .toArray());
    }

    /**
     * A box of west, south, east, north. One whose west is greater than its east crosses the 180th meridian.
     *
     * @throws IllegalArgumentException if the numbers are not those of a box
     */
    static Geometry box(double[] box) {
        if (box.length != 4 || box[1] > box[3]) {
            throw new IllegalArgumentException("not a box");
        }
        requireDegrees(box[0], box[1]);
        requireDegrees(box[2], box[3]);
        return box[0] <= box[2]
                ? FACTORY.toGeometry(new Envelope(box[0], box[2], box[1], box[3]))
                : FACTORY.toGeometry(new Envelope(box[0], 180, box[1], box[3]))
                        .union(FACTORY.toGeometry(new Envelope(-180, box[2], box[1], box[3])));
    }

    private static void requireDegrees(double longitude, double latitude) {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("outside of the Earth");
        }
    }
}
