package org.heatwatch.validation;

/**
 * Matern's correlation of smoothness 3/2 with a nugget.
 *
 * @param rangeMetres length over which neighbours resemble each other
 * @param nuggetShare share of the variance that no neighbour has in common, 0 to 1
 */
record Matern(double rangeMetres, double nuggetShare) implements Correlation {

    Matern {
        if (!(rangeMetres > 0 && nuggetShare > 0 && nuggetShare < 1)) {
            throw new IllegalArgumentException("no correlation: %s m, nugget %s".formatted(rangeMetres, nuggetShare));
        }
    }

    @Override
    public double at(double east, double north) {
        double scaled = Math.sqrt(3) * Math.hypot(east, north) / rangeMetres;
        return (1 - nuggetShare) * (1 + scaled) * Math.exp(-scaled);
    }
}
