package org.heatwatch.landsat;

/** Positions on the WGS 84 ellipsoid as vectors from the centre of the Earth, in metres. */
final class Ellipsoid {
    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private Ellipsoid() {}

    /** A vector, or a direction if its length is 1. */
    record Vector(double x, double y, double z) {

        Vector minus(Vector other) {
            return new Vector(x - other.x, y - other.y, z - other.z);
        }

        double dot(Vector other) {
            return x * other.x + y * other.y + z * other.z;
        }

        Vector cross(Vector other) {
            return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
        }

        double length() {
            return Math.sqrt(dot(this));
        }

        Vector unit() {
            double length = length();
            return new Vector(x / length, y / length, z / length);
        }
    }

    /** Geodetic latitude of a point of the surface with a geocentric latitude; both in degrees. */
    static double geodeticLatitude(double geocentric) {
        double radians = Math.toRadians(geocentric);
        return Math.toDegrees(Math.atan2(Math.sin(radians), Math.cos(radians) * (1 - ECCENTRICITY_SQUARED)));
    }

    /** The point of the surface at a longitude and geodetic latitude in degrees. */
    static Vector surface(double longitude, double latitude) {
        Vector up = up(longitude, latitude);
        double radius = SEMI_MAJOR_AXIS / Math.sqrt(1 - ECCENTRICITY_SQUARED * up.z() * up.z());
        return new Vector(radius * up.x(), radius * up.y(), radius * (1 - ECCENTRICITY_SQUARED) * up.z());
    }

    /** The direction of the zenith at a longitude and geodetic latitude in degrees. */
    static Vector up(double longitude, double latitude) {
        double east = Math.toRadians(longitude);
        double north = Math.toRadians(latitude);
        return new Vector(Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north));
    }
}
