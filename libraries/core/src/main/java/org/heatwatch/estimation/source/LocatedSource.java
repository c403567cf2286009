package org.heatwatch.estimation.source;

/**
 * A source of heat at a place of a composite.
 *
 * @param east easting in metres
 * @param north northing in metres
 * @param positionError standard error of the position in metres, root of the sum of both axes
 * @param kelvinSquareMetres amount: mean excess of the period times its area
 * @param kelvinSquareMetresError standard error of the amount
 * @param z amount in units of its standard error with all positions known
 */
public record LocatedSource(
        double east,
        double north,
        double positionError,
        double kelvinSquareMetres,
        double kelvinSquareMetresError,
        double z) {

    /** Distance to another position in metres. */
    public double distance(double toEast, double toNorth) {
        return Math.hypot(toEast - east, toNorth - north);
    }

    /** The same amount and errors at another place. */
    public LocatedSource at(LocatedSource place) {
        return new LocatedSource(
                place.east, place.north, positionError, kelvinSquareMetres, kelvinSquareMetresError, z);
    }
}
