package org.heatwatch.estimation.fit;

/**
 * Covariance of the ground in a single scene from which no background map is subtracted: Matern's function of
 * smoothness 3/2 with a nugget.
 *
 * @param variance total variance of a sample, square of an effective kelvin
 * @param rangeMetres length scale of the correlation
 * @param nuggetShare share of the variance that is not correlated between neighbours, above 0 and below 1
 */
record SingleSceneCovariance(double variance, double rangeMetres, double nuggetShare) implements BackgroundCovariance {

    SingleSceneCovariance {
        if (!(variance > 0 && rangeMetres > 0 && nuggetShare > 0 && nuggetShare < 1)) {
            throw new IllegalArgumentException("not a covariance: variance %s, range %s m, nugget %s"
                    .formatted(variance, rangeMetres, nuggetShare));
        }
    }

    SingleSceneCovariance withVariance(double newVariance) {
        return new SingleSceneCovariance(newVariance, rangeMetres, nuggetShare);
    }

    @Override
    public double correlation(double metres) {
        double scaled = Math.sqrt(3) * metres / rangeMetres;
        return (1 - nuggetShare) * (1 + scaled) * Math.exp(-scaled);
    }
}
