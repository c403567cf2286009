package org.heatwatch.landsat;

/**
 * Nominal ground track of Landsat 8 and 9, from which the centres of the WRS-2 scenes follow: a circular orbit that
 * repeats after 233 orbits in 16 days, with 248 rows in each orbit, over the WGS 84 ellipsoid. Row 60 is the descending
 * equator crossing; that of path 1 is at 64.6 degrees west. Cycle and numbering: USGS LSDS-1574, Landsat 8 Data Users
 * Handbook.
 *
 * <p>The inclination of 98.21 degrees and the conversion to geodetic latitude reproduce the centres of USGS's list of
 * descending scenes within 0.6 km between 80 degrees north and south.
 */
final class GroundTrack {
    private static final double SINE_OF_INCLINATION = Math.sin(Math.toRadians(98.21));
    private static final double COSINE_OF_INCLINATION = Math.cos(Math.toRadians(98.21));
    private static final double PATH_1_CROSSING = -64.6;
    private static final int EQUATOR_ROW = 60;
    private static final double DEGREES_PER_ROW = 360.0 / WrsScene.MAX_ROW;
    private static final double DEGREES_PER_PATH = 360.0 / WrsScene.MAX_PATH;
    /** Turns of the Earth below the orbital plane during one orbit. */
    private static final double TURNS_PER_ORBIT = 16.0 / WrsScene.MAX_PATH;
    /** Mean local solar time of the descending equator crossing, in hours. */
    private static final double CROSSING_HOUR = 10.2;

    private GroundTrack() {}

    /** A point of the track; longitude -180 to 180 and geodetic latitude in degrees, local solar time in hours. */
    record Point(double longitude, double latitude, double solarHour) {}

    /**
     * The point of the track at a position on a path.
     *
     * @param path 1 to 233
     * @param row 1 to 248; fractions are between the centres of two rows
     */
    static Point at(int path, double row) {
        double fromCrossing = Math.toRadians((row - EQUATOR_ROW) * DEGREES_PER_ROW);
        // In the plane of the equator, x points to the descending crossing.
        double x = Math.cos(fromCrossing);
        double y = COSINE_OF_INCLINATION * Math.sin(fromCrossing);
        double z = -SINE_OF_INCLINATION * Math.sin(fromCrossing);
        double inertial = Math.toDegrees(Math.atan2(y, x));
        double longitude = PATH_1_CROSSING
                - (path - 1) * DEGREES_PER_PATH
                + inertial
                - Math.toDegrees(fromCrossing) * TURNS_PER_ORBIT;
        double latitude = Ellipsoid.geodeticLatitude(Math.toDegrees(Math.asin(z)));
        double hour = CROSSING_HOUR + inertial / 15;
        return new Point(Math.IEEEremainder(longitude, 360), latitude, hour - 24 * Math.floor(hour / 24));
    }

    /** Geodetic latitude of the centres of a row in degrees. */
    static double latitude(int row) {
        return at(1, row).latitude();
    }
}
