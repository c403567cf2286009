package org.heatwatch.estimation.hotspot;

import java.util.List;

/**
 * A place that is hotter than its idle self.
 *
 * @param east in metres of the site's zone
 * @param north in metres of the site's zone
 * @param positionError standard error of the position along each axis, in metres: within one of it lie 39 %, within two 86 %
 * @param z excess in standard errors of a place where nothing is, the other hot spots' amounts unknown
 * @param pValue share of idle looks at this one place that are at least as warm
 * @param kelvinSquareMetres excess times the area that has it: effective kelvin times square metres
 * @param kelvinSquareMetresError standard error of that, with all places and amounts unknown and an idle roof's usual
 *     variation; larger than the amount over z where hot spots stand close
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
     * @param metres from the position to its outline, 0 inside
     */
    public record Nearest(String id, double metres) {

        public Nearest {
            if (!(metres >= 0)) {
                throw new IllegalArgumentException("%s is %s m away".formatted(id, metres));
            }
        }
    }

    public HotSpot {
        nearest = List.copyOf(nearest);
        if (!(Double.isFinite(east) && Double.isFinite(north) && positionError > 0)) {
            throw new IllegalArgumentException(
                    "no place: %s E, %s N, give or take %s m".formatted(east, north, positionError));
        }
        if (!(z > 0 && pValue >= 0 && pValue <= 1 && kelvinSquareMetresError > 0)) {
            throw new IllegalArgumentException("not hot: z %s, p %s, %s +- %s K m2"
                    .formatted(z, pValue, kelvinSquareMetres, kelvinSquareMetresError));
        }
    }
}
