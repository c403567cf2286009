package org.heatwatch.fit;

/**
 * How the ground's own warmth varies between two samples: Matern's covariance of smoothness 3/2 with a nugget.
 *
 * @param variance total variance of a sample, in the square of the samples' unit
 * @param rangeMetres length over which neighbours resemble each other
 * @param nuggetShare share of the variance that no neighbour has in common, 0 to 1
 */
public record ClutterCovariance(double variance, double rangeMetres, double nuggetShare) {

    public ClutterCovariance {
        if (!(variance > 0 && rangeMetres > 0 && nuggetShare > 0 && nuggetShare < 1)) {
            throw new IllegalArgumentException(
                    "no covariance: variance %s, range %s m, nugget %s".formatted(variance, rangeMetres, nuggetShare));
        }
    }

    ClutterCovariance withVariance(double newVariance) {
        return new ClutterCovariance(newVariance, rangeMetres, nuggetShare);
    }

    /** Correlation of two different samples this far apart. */
    double correlation(double metres) {
        double scaled = Math.sqrt(3) * metres / rangeMetres;
        return (1 - nuggetShare) * (1 + scaled) * Math.exp(-scaled);
    }
}
