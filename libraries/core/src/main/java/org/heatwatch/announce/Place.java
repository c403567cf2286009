package org.heatwatch.announce;

/** A spot on the ground, in metres of the site's zone. */
public record Place(double east, double north) {

    double distance(Place other) {
        return Math.hypot(east - other.east, north - other.north);
    }
}
