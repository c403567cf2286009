package org.heatwatch.estimation.hotspot;

import java.util.List;

/**
 * A position that is hotter in one scene than its background and its baseline predict.
 *
 * @param east easting in metres of the site's zone
 * @param north northing in metres of the site's zone
 * @param positionError standard error of the position along each axis, in metres: 39 % lie within one of it, 86 %
 *     within two
 * @param z excess in standard errors of an idle node, with the amounts of the other hot spots unknown
 * @param pValue probability that the idle node is at least as warm
 * @param kelvinSquareMetres excess times the area that has it: effective kelvin times square metres
 * @param kelvinSquareMetresError standard error of that, with all positions and amounts unknown and the usual idle
 *     variability of a building; larger than the amount over z where hot spots are close together
 * @param nearest features, the nearest first
 */
public record HotSpot(
        double east,
        double north,
        double positionError,
        double z,
        double pValue,
        double kelvinSquareMetres,
        double kelvinSquareMetresError,
        List<Nearest> nearest) {

    /**
     * A feature near a hot spot.
     *
     * @param id of the feature
     * @param metres distance from the position to its outline, 0 inside
     */
    public record Nearest(String id, double metres) {

        public Nearest {
            if (!(metres >= 0)) {
                throw new IllegalArgumentException(
                        "the distance of %s must not be negative: %s m".formatted(id, metres));
            }
        }
    }

    public HotSpot {
        nearest = List.copyOf(nearest);
        if (!(Double.isFinite(east) && Double.isFinite(north) && positionError > 0)) {
            throw new IllegalArgumentException(
                    "not a position: %s E, %s N, standard error %s m".formatted(east, north, positionError));
        }
        if (!(z > 0 && pValue >= 0 && pValue <= 1 && kelvinSquareMetresError > 0)) {
            throw new IllegalArgumentException("not a hot spot: z %s, p %s, %s +- %s K m2"
                    .formatted(z, pValue, kelvinSquareMetres, kelvinSquareMetresError));
        }
    }
}
