package org.heatwatch.estimation.baseline;

/**
 * Excess of a footprint, or of a place without one, over its baseline, with an error that counts all that is uncertain.
 *
 * @param kelvin excess over what is expected of the idle ground, effective kelvin
 * @param standardError of it, effective kelvin
 * @param degreesOfFreedom with which the error is known
 */
public record ExcessOverBaseline(double kelvin, double standardError, double degreesOfFreedom) {

    /** The excess in its standard errors. */
    public double z() {
        return kelvin / standardError;
    }
}
