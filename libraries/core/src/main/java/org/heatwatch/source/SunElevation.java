package org.heatwatch.source;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.locationtech.jts.geom.Coordinate;

/**
 * Elevation of the sun, without refraction, within 0.1 degrees. Declination and equation of time: Fourier series of
 * Spencer (1971), Search 2(5), 172; elevation: the standard formula of spherical astronomy.
 */
final class SunElevation {
    private static final double DAYS_PER_YEAR = 365;
    private static final double HOURS_PER_DAY = 24;
    private static final double SECONDS_PER_HOUR = 3600;

    private SunElevation() {}

    /**
     * Sine of the elevation, negative below the horizon.
     *
     * @param position longitude as x and latitude as y, in degrees
     */
    static double sine(Instant at, Coordinate position) {
        OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
        double hours = utc.toLocalTime().toSecondOfDay() / SECONDS_PER_HOUR;
        double year =
                2 * Math.PI * (utc.getDayOfYear() - 1 + (hours - HOURS_PER_DAY / 2) / HOURS_PER_DAY) / DAYS_PER_YEAR;
        double declination = declination(year);
        double hourAngle =
                2 * Math.PI * (hours / HOURS_PER_DAY - 0.5) + Math.toRadians(position.x) + equationOfTime(year);
        double latitude = Math.toRadians(position.y);
        return Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    }

    private static double declination(double year) {
        return 0.006918
                - 0.399912 * Math.cos(year)
                + 0.070257 * Math.sin(year)
                - 0.006758 * Math.cos(2 * year)
                + 0.000907 * Math.sin(2 * year)
                - 0.002697 * Math.cos(3 * year)
                + 0.00148 * Math.sin(3 * year);
    }

    /** In radians of the hour angle. */
    private static double equationOfTime(double year) {
        return 0.000075
                + 0.001868 * Math.cos(year)
                - 0.032077 * Math.sin(year)
                - 0.014615 * Math.cos(2 * year)
                - 0.040849 * Math.sin(2 * year);
    }
}
