package org.heatwatch.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Position of the sun within one or two degrees, from the mean declination of the day (Cooper 1969), without the
 * equation of time.
 *
 * @param elevation in degrees, negative below the horizon
 * @param azimuth in degrees from north, eastwards
 */
record Sun(double elevation, double azimuth) {
    private static final double TROPIC_DEGREES = 23.45;
    private static final int DAYS_FROM_EQUINOX = 284;
    private static final double DEGREES_PER_HOUR = 15;
    private static final double SECONDS_PER_HOUR = 3600;

    /** The position of the sun at a place, given in degrees, and a time. */
    static Sun over(double longitude, double latitude, Instant at) {
        OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
        double year = 2 * Math.PI * (DAYS_FROM_EQUINOX + utc.getDayOfYear()) / 365;
        double declination = Math.toRadians(TROPIC_DEGREES * Math.sin(year));
        double hours = utc.toLocalTime().toSecondOfDay() / SECONDS_PER_HOUR;
        double hourAngle = Math.toRadians(DEGREES_PER_HOUR * (hours - 12) + longitude);
        double phi = Math.toRadians(latitude);
        double up = Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle);
        double east = -Math.cos(declination) * Math.sin(hourAngle);
        double north =
                Math.cos(phi) * Math.sin(declination) - Math.sin(phi) * Math.cos(declination) * Math.cos(hourAngle);
        return new Sun(Math.toDegrees(Math.asin(up)), Math.toDegrees(Math.atan2(east, north)));
    }
}
