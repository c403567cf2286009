package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An opaque cloud over the site, and its shadow.
 *
 * @param shape rectangle with sharp edges, or blob (an ellipse) with soft edges
 * @param east easting of its centre in metres
 * @param north northing of its centre in metres
 * @param widthMetres extent from west to east
 * @param heightMetres extent from north to south
 * @param kelvin brightness temperature at the top of the atmosphere
 * @param shadowEast eastward displacement of its shadow in metres
 * @param shadowNorth northward displacement of its shadow in metres
 * @param flagged whether QA_PIXEL flags the cloud and its shadow
 */
@RecordBuilder
public record Cloud(
        Shape shape,
        double east,
        double north,
        double widthMetres,
        double heightMetres,
        double kelvin,
        double shadowEast,
        double shadowNorth,
        boolean flagged)
        implements CloudBuilder.With {

    /** Outline of a cloud. */
    public enum Shape {
        RECTANGLE,
        BLOB
    }

    /** Cooling of the ground in full shadow, in kelvin. */
    static final double SHADOW_KELVIN = 4;

    private static final double CLOUD_KELVIN = 262;
    private static final double EDGE = 0.25;

    public static Cloud rectangle(double east, double north, double widthMetres, double heightMetres) {
        return new Cloud(Shape.RECTANGLE, east, north, widthMetres, heightMetres, CLOUD_KELVIN, -500, 700, true);
    }

    public static Cloud blob(double east, double north, double radiusMetres) {
        return new Cloud(Shape.BLOB, east, north, 2 * radiusMetres, 2 * radiusMetres, CLOUD_KELVIN, -500, 700, true);
    }

    /** Random blobs with radii of 200-900 m whose areas add up to {@code share} of the extent, overlaps ignored. */
    public static List<Cloud> random(RandomGenerator random, Extent extent, double share) {
        double remaining = share * extent.areaKm2() * 1e6;
        List<Cloud> clouds = new ArrayList<>();
        while (remaining > 0) {
            double radius = random.nextDouble(200, 900);
            clouds.add(blob(
                    extent.west() + random.nextDouble(extent.columns() * Extent.CELL_METRES),
                    extent.north() - random.nextDouble(extent.rows() * Extent.CELL_METRES),
                    radius));
            remaining -= Math.PI * radius * radius;
        }
        return List.copyOf(clouds);
    }

    Coverage cover(Extent extent) {
        return at(extent, east, north);
    }

    Coverage shadow(Extent extent) {
        return at(extent, east + shadowEast, north + shadowNorth);
    }

    private Coverage at(Extent extent, double x, double y) {
        return switch (shape) {
            case RECTANGLE -> Coverage.ofPolygon(extent, Polygons.rectangle(x, y, widthMetres, heightMetres, 0));
            case BLOB -> Coverage.ofEllipse(extent, x, y, widthMetres / 2, heightMetres / 2, EDGE);
        };
    }
}
