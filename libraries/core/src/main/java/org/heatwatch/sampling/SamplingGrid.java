package org.heatwatch.sampling;

/**
 * The affine grid on which the sensor sampled one image: its geometry and the position of one sample.
 *
 * <p>A point {@code x} metres east and {@code y} metres south of the origin has the fractional sample indices
 * {@code u = (a + shear * b) / across - phaseAcross} and {@code v = b / along - phaseAlong} with
 * {@code a = x cos r + y sin r} and {@code b = y cos r - x sin r}.
 *
 * @param originEast easting of the origin in metres
 * @param originNorth northing of the origin in metres
 * @param phaseAcross offset of the grid from the origin across track, in samples
 * @param phaseAlong offset of the grid from the origin along track, in samples
 */
public record SamplingGrid(
        GridGeometry geometry, double phaseAcross, double phaseAlong, double originEast, double originNorth) {

    static final int PARAMETERS = 6;

    /** The same grid with both phases in 0 to 1: the grid is periodic in whole samples. */
    public SamplingGrid canonical() {
        return new SamplingGrid(geometry, fraction(phaseAcross), fraction(phaseAlong), originEast, originNorth);
    }

    /** The same grid relative to another origin, canonical. */
    public SamplingGrid about(double east, double north) {
        double[] index = locate(originEastOffset(east), originSouthOffset(north));
        return new SamplingGrid(geometry, -index[0], -index[1], east, north).canonical();
    }

    /** Fractional sample indices, across and along, of a position in metres. */
    public double[] indexOf(double east, double north) {
        return locate(originEastOffset(east), originSouthOffset(north));
    }

    /** Easting and northing in metres of a sample, given its indices. */
    public double[] positionOf(double across, double along) {
        double b = (along + phaseAlong) * geometry.alongMetres();
        double a = (across + phaseAcross) * geometry.acrossMetres() - geometry.shear() * b;
        double cos = Math.cos(Math.toRadians(geometry.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(geometry.rotationDegrees()));
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
        return new SamplingGrid(new GridGeometry(p[0], p[1], p[2], p[3]), p[4], p[5], originEast, originNorth);
    }

    SamplingGrid withPhases(double across, double along) {
        return new SamplingGrid(geometry, across, along, originEast, originNorth);
    }

    private double originEastOffset(double east) {
        return east - originEast;
    }

    private double originSouthOffset(double north) {
        return originNorth - north;
    }

    private double[] locate(double x, double y) {
        double cos = Math.cos(Math.toRadians(geometry.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(geometry.rotationDegrees()));
        double a = cos * x + sin * y;
        double b = cos * y - sin * x;
        return new double[] {
            (a + geometry.shear() * b) / geometry.acrossMetres() - phaseAcross, b / geometry.alongMetres() - phaseAlong
        };
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static double circular(double difference) {
        return Math.abs(difference - Math.rint(difference));
    }
}
