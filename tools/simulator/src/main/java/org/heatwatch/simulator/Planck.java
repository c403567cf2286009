package org.heatwatch.simulator;

/**
 * Planck's law for one band in the form that USGS uses: {@code L = K1 / (exp(K2 / T) - 1)}, L in W/(m2 sr um), T in
 * kelvin (Landsat 8-9 Collection 2 data format control book, section on the conversion to brightness temperature).
 *
 * @param k1 in W/(m2 sr um)
 * @param k2 in kelvin
 */
public record Planck(double k1, double k2) {
    /** Radiance of a black body in W/(m2 sr um). */
    public double radiance(double kelvin) {
        return k1 / Math.expm1(k2 / kelvin);
    }

    /** Brightness temperature in kelvin of a radiance in W/(m2 sr um). */
    public double temperature(double radiance) {
        return k2 / Math.log1p(k1 / radiance);
    }

    /** Derivative of the radiance with respect to temperature, in W/(m2 sr um K). */
    public double slope(double kelvin) {
        double e = Math.exp(k2 / kelvin);
        return k1 * k2 * e / (kelvin * kelvin * (e - 1) * (e - 1));
    }
}
