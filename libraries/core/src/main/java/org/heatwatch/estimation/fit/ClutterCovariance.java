package org.heatwatch.estimation.fit;

/**
 * Covariance of the ground in a single scene, from which no map is taken off: Matern's of smoothness 3/2 with a nugget.
 *
 * @param variance total variance of a sample, square of an effective kelvin
 * @param rangeMetres length over which neighbours resemble each other
 * @param nuggetShare share of the variance that no neighbour has in common, 0 to 1
 */
record ClutterCovariance(double variance, double rangeMetres, double nuggetShare) implements BackgroundCovariance {

    ClutterCovariance {
        if (!(variance > 0 && rangeMetres > 0 && nuggetShare > 0 && nuggetShare < 1)) {
            throw new IllegalArgumentException(
                    "no covariance: variance %s, range %s m, nugget %s".formatted(variance, rangeMetres, nuggetShare));
        }
    }

    ClutterCovariance withVariance(double changed) {
        return new ClutterCovariance(changed, rangeMetres, nuggetShare);
    }

    @Override
    public double correlation(double metres) {
        double scaled = Math.sqrt(3) * metres / rangeMetres;
        return (1 - nuggetShare) * (1 + scaled) * Math.exp(-scaled);
    }
}
