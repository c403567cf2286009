package org.heatwatch.baseline;

/**
 * How far a look strays from the roof's idle behaviour.
 *
 * @param kelvin excess over what is expected of the idle roof, effective kelvin
 * @param standardError of it, effective kelvin
 * @param freedom degrees of freedom with which the error is known
 */
public record Deviation(double kelvin, double standardError, double freedom) {

    public double z() {
        return kelvin / standardError;
    }
}
