package org.heatwatch.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads an outline and checks that it is valid, inside the bounds and, if it is scored, at least one pixel large. */
final class FootprintReader {

    private static final double PIXEL_SQUARE_METRES = 900;

    private final Optional<Bounds> bounds;
    private final Optional<UtmProjection> utm;
    private final Defects defects;
    private final PolygonReader polygons;

    /** Skips the checks that need the bounds or the zone if these are empty, that is, defective themselves. */
    FootprintReader(Optional<Bounds> bounds, Optional<UtmProjection> utm, Defects defects) {
        this.bounds = bounds;
        this.utm = utm;
        this.defects = defects;
        this.polygons = new PolygonReader(defects);
    }

    Optional<Footprint> read(JsonNode node, String where, boolean scored) {
        return polygons.read(node, where).flatMap(lonLat -> checked(lonLat, where, scored));
    }

    private Optional<Footprint> checked(Geometry lonLat, String where, boolean scored) {
        boolean valid = isValid(lonLat, where);
        boolean inside = bounds.isPresent() && isInside(bounds.get(), lonLat, where);
        if (!valid || !inside || utm.isEmpty()) {
            return Optional.empty();
        }
        Footprint footprint = new Footprint(lonLat, utm.get().toUtm(lonLat));
        if (scored && footprint.areaSquareMetres() < PIXEL_SQUARE_METRES) {
            defects.add(
                    where,
                    "covers " + Math.round(footprint.areaSquareMetres()) + " m2, less than a pixel of 900 m2",
                    "trace the whole outline, or give it the role building");
        }
        return Optional.of(footprint);
    }

    private boolean isValid(Geometry lonLat, String where) {
        // JTS returns null for a valid geometry without declaring it.
        @Nullable TopologyValidationError error = new IsValidOp(lonLat).getValidationError();
        if (error == null) {
            return true;
        }
        defects.add(
                where,
                error.getMessage().toLowerCase(Locale.ROOT) + " at " + text(error.getCoordinate()),
                "move the vertices there so that no edges cross or touch");
        return false;
    }

    private boolean isInside(Bounds within, Geometry lonLat, String where) {
        Coordinate[] vertices = lonLat.getCoordinates();
        Optional<Coordinate> outside = Arrays.stream(vertices)
                .filter(vertex -> !within.contains(vertex.x, vertex.y))
                .findFirst();
        if (outside.isEmpty()) {
            return true;
        }
        if (Arrays.stream(vertices).allMatch(vertex -> within.contains(vertex.y, vertex.x))) {
            defects.add(
                    where,
                    "wrong axis order: the latitude comes first",
                    "write each position as [longitude, latitude]");
        } else {
            defects.add(
                    where,
                    "outside the bounds at " + text(outside.get()),
                    "move it, or enlarge the bounds of the collection");
        }
        return false;
    }

    private static String text(Coordinate coordinate) {
        return "[" + rounded(coordinate.x) + ", " + rounded(coordinate.y) + "]";
    }

    /** Rounds to about a centimetre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
