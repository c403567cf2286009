package org.heatwatch.validation;

/**
 * Matérn correlation with smoothness 3/2 and a nugget.
 *
 * @param rangeMetres range in metres
 * @param nuggetShare uncorrelated share of the variance, 0 to 1
 */
record Matern(double rangeMetres, double nuggetShare) implements Correlation {

    Matern {
        if (!(rangeMetres > 0 && nuggetShare > 0 && nuggetShare < 1)) {
            throw new IllegalArgumentException(
                    "invalid correlation: range %s m, nugget %s".formatted(rangeMetres, nuggetShare));
        }
    }

    @Override
    public double at(double east, double north) {
        double scaled = Math.sqrt(3) * Math.hypot(east, north) / rangeMetres;
        return (1 - nuggetShare) * (1 + scaled) * Math.exp(-scaled);
    }
}
