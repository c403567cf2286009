package org.heatwatch.sampling;

/**
 * The grid on which the sensor sampled one image: geometry, position of one sample, and the bend over mountains.
 *
 * <p>A point {@code x} metres east and {@code y} metres south of the origin has the fractional sample indices
 * {@code u = (a + shear * b + bend) / across - phaseAcross} and {@code v = b / along - phaseAlong} with
 * {@code a = x cos r + y sin r} and {@code b = y cos r - x sin r}.
 *
 * @param originEast easting of the origin in metres
 * @param originNorth northing of the origin in metres
 * @param phaseAcross offset of the grid from the origin across track, in samples
 * @param phaseAlong offset of the grid from the origin along track, in samples
 * @param bend displacement across track as a function of the position; {@link GridBend#NONE} for an affine grid
 */
public record SamplingGrid(
        GridGeometry geometry,
        double phaseAcross,
        double phaseAlong,
        double originEast,
        double originNorth,
        GridBend bend) {

    static final int PARAMETERS = 6;

    private static final int MOST_ITERATIONS = 60;
    private static final double PRECISION_METRES = 1e-7;

    /** An affine grid. */
    public SamplingGrid(
            GridGeometry geometry, double phaseAcross, double phaseAlong, double originEast, double originNorth) {
        this(geometry, phaseAcross, phaseAlong, originEast, originNorth, GridBend.NONE);
    }

    /** The same grid with both phases in 0 to 1: the grid is periodic in whole samples. */
    public SamplingGrid canonical() {
        return new SamplingGrid(geometry, fraction(phaseAcross), fraction(phaseAlong), originEast, originNorth, bend);
    }

    /** The same grid relative to another origin, canonical. */
    public SamplingGrid about(double east, double north) {
        double x = originEastOffset(east);
        double y = originSouthOffset(north);
        double[] index = locate(x, y, 0);
        return new SamplingGrid(geometry, -index[0], -index[1], east, north, bend.about(x, y)).canonical();
    }

    /** The same grid moved on the map by metres to the east and to the north. */
    public SamplingGrid movedBy(double east, double north) {
        return new SamplingGrid(geometry, phaseAcross, phaseAlong, originEast + east, originNorth + north, bend);
    }

    /** Fractional sample indices, across and along, of a position in metres. */
    public double[] indexOf(double east, double north) {
        double x = originEastOffset(east);
        double y = originSouthOffset(north);
        return locate(x, y, bend.at(x, y));
    }

    /**
     * Easting and northing in metres of a sample, given its indices.
     *
     * <p>A bend depends on the position itself, so the position is iterated; the displacement changes by less than its
     * distance, so that this converges.
     */
    public double[] positionOf(double across, double along) {
        double b = (along + phaseAlong) * geometry.alongMetres();
        double straight = (across + phaseAcross) * geometry.acrossMetres() - geometry.shear() * b;
        double cos = Math.cos(Math.toRadians(geometry.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(geometry.rotationDegrees()));
        double a = straight;
        for (int i = 0; i < MOST_ITERATIONS && !bend.isNone(); i++) {
            double next = straight - bend.at(cos * a - sin * b, sin * a + cos * b);
            boolean isSame = Math.abs(next - a) < PRECISION_METRES;
            a = next;
            if (isSame) {
                break;
            }
        }
        return new double[] {originEast + cos * a - sin * b, originNorth - (sin * a + cos * b)};
    }

    /** Distance between two phases of a periodic grid in samples: the larger of both directions, at most 0.5. */
    public static double phaseDistance(double[] one, double[] other) {
        return Math.max(circular(one[0] - other[0]), circular(one[1] - other[1]));
    }

    double[] phases() {
        return new double[] {phaseAcross, phaseAlong};
    }

    double[] parameters() {
        return new double[] {
            geometry.rotationDegrees(),
            geometry.acrossMetres(),
            geometry.alongMetres(),
            geometry.shear(),
            phaseAcross,
            phaseAlong
        };
    }

    SamplingGrid withParameters(double[] p) {
        return new SamplingGrid(new GridGeometry(p[0], p[1], p[2], p[3]), p[4], p[5], originEast, originNorth, bend);
    }

    SamplingGrid withPhases(double across, double along) {
        return new SamplingGrid(geometry, across, along, originEast, originNorth, bend);
    }

    /** The same grid with another bend. */
    public SamplingGrid withBend(GridBend other) {
        return new SamplingGrid(geometry, phaseAcross, phaseAlong, originEast, originNorth, other);
    }

    private double originEastOffset(double east) {
        return east - originEast;
    }

    private double originSouthOffset(double north) {
        return originNorth - north;
    }

    private double[] locate(double x, double y, double displacement) {
        double cos = Math.cos(Math.toRadians(geometry.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(geometry.rotationDegrees()));
        double a = cos * x + sin * y;
        double b = cos * y - sin * x;
        return new double[] {
            (a + geometry.shear() * b + displacement) / geometry.acrossMetres() - phaseAcross,
            b / geometry.alongMetres() - phaseAlong
        };
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static double circular(double difference) {
        return Math.abs(difference - Math.rint(difference));
    }
}
