package org.heatwatch.estimation.baseline;

import org.heatwatch.numbers.Finite;

/**
 * Excess of a footprint, or of a node of the hot-spot lattice, over its baseline, with the total error.
 *
 * @param kelvin excess over the expectation of the idle ground, effective kelvin
 * @param standardError of the excess, all known sources of error included, effective kelvin, above 0
 * @param degreesOfFreedom of the standard error, above 0
 */
public record ExcessOverBaseline(double kelvin, double standardError, double degreesOfFreedom) {

    public ExcessOverBaseline {
        Finite.require(kelvin, "the excess over the baseline");
        Finite.require(standardError, "the standard error of an excess");
        if (standardError <= 0) {
            throw new IllegalArgumentException("the standard error of an excess is " + standardError + ", not above 0");
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom of " + degreesOfFreedom + " are not above 0");
        }
    }

    /** The excess in units of its standard error. */
    public double z() {
        return kelvin / standardError;
    }
}
