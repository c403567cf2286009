package org.heatwatch.announce;

/**
 * A position on the ground in the site's UTM zone.
 *
 * @param east easting in metres
 * @param north northing in metres
 */
public record UtmPosition(double east, double north) {

    /** Distance in metres. */
    double distance(UtmPosition other) {
        return Math.hypot(east - other.east, north - other.north);
    }
}
