package org.heatwatch.estimation.baseline;

/**
 * Excess of a footprint, or of a node of the hot-spot lattice, over its baseline, with the total error.
 *
 * @param kelvin excess over the expectation of the idle ground, effective kelvin
 * @param standardError of the excess, all known sources of error included, effective kelvin
 * @param degreesOfFreedom of the standard error
 */
public record ExcessOverBaseline(double kelvin, double standardError, double degreesOfFreedom) {

    /** The excess in units of its standard error. */
    public double z() {
        return kelvin / standardError;
    }
}
