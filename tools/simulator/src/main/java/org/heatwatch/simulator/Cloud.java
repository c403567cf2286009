package org.heatwatch.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An opaque cloud over the site and its shadow.
 *
 * @param shape rectangle with hard edges, or blob (an ellipse) with soft ones
 * @param east of its middle, in metres
 * @param north of its middle, in metres
 * @param widthMetres from east to west
 * @param heightMetres from north to south
 * @param kelvin brightness temperature at the top of the atmosphere
 * @param shadowEast how far its shadow lies to the east, in metres
 * @param shadowNorth how far its shadow lies to the north, in metres
 * @param flagged whether QA_PIXEL tells of the cloud and its shadow
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

    /** Kelvin by which full shadow cools the ground. */
    static final double SHADOW_KELVIN = 4;

    private static final double CLOUD_KELVIN = 262;
    private static final double EDGE = 0.25;

    public static Cloud rectangle(double east, double north, double widthMetres, double heightMetres) {
        return new Cloud(Shape.RECTANGLE, east, north, widthMetres, heightMetres, CLOUD_KELVIN, -500, 700, true);
    }

    public static Cloud blob(double east, double north, double radiusMetres) {
        return new Cloud(Shape.BLOB, east, north, 2 * radiusMetres, 2 * radiusMetres, CLOUD_KELVIN, -500, 700, true);
    }

    /** Blobs of 200-900 m whose areas add up to about a share of the extent; overlaps are not counted. */
    public static List<Cloud> random(RandomGenerator random, Extent extent, double share) {
        double left = share * extent.areaKm2() * 1e6;
        List<Cloud> clouds = new ArrayList<>();
        while (left > 0) {
            double radius = random.nextDouble(200, 900);
            clouds.add(blob(
                    extent.west() + random.nextDouble(extent.columns() * Extent.CELL_METRES),
                    extent.north() - random.nextDouble(extent.rows() * Extent.CELL_METRES),
                    radius));
            left -= Math.PI * radius * radius;
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
