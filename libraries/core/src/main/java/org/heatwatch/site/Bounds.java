package org.heatwatch.site;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle in longitude and latitude, in degrees (WGS 84). It does not cross the 180th meridian.
 *
 * @param west -180 to 180, less than east
 * @param south -90 to 90, less than north
 */
public record Bounds(double west, double south, double east, double north) {

    private static final double METRES_PER_DEGREE = 111_320;

    public Bounds {
        if (!(west >= -180 && east <= 180 && west < east)) {
            throw new IllegalArgumentException(
                    "west " + west + " must be less than east " + east + ", both within -180..180");
        }
        if (!(south >= -90 && north <= 90 && south < north)) {
            throw new IllegalArgumentException(
                    "south " + south + " must be less than north " + north + ", both within -90..90");
        }
    }

    /** Whether the point is inside or on the edge. */
    public boolean contains(double longitude, double latitude) {
        return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    }

    /** The centre; x is the longitude, y the latitude, in degrees. */
    public Coordinate centre() {
        return new Coordinate((west + east) / 2, (south + north) / 2);
    }

    /** The same rectangle as a JTS envelope, in degrees. */
    public Envelope envelope() {
        return new Envelope(west, east, south, north);
    }

    /** Length of the sides along the parallels in metres, accurate to about 1 %. */
    public double widthMetres() {
        return METRES_PER_DEGREE * (east - west) * Math.cos(Math.toRadians(centre().y));
    }

    /** Length of the sides along the meridians in metres, accurate to about 1 %. */
    public double heightMetres() {
        return METRES_PER_DEGREE * (north - south);
    }

    /** Length of the longer side in metres, accurate to about 1 %. */
    double longestSideMetres() {
        return Math.max(widthMetres(), heightMetres());
    }
}
