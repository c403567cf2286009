package org.heatwatch.fit;

/** What one scene says of one roof, against the idle map. */
public sealed interface RoofExcess {

    /** Share of the roof's weight that was visible, 0 to 1. */
    double visibleFraction();

    /**
     * A measurement.
     *
     * @param kelvin effective kelvin above the idle map
     * @param formalError of the fit alone, effective kelvin
     * @param outlineError what a misplaced outline adds, effective kelvin
     */
    record Measured(double kelvin, double formalError, double outlineError, double visibleFraction)
            implements RoofExcess {}

    /** Too little of it was visible, which is not the same as cold. */
    record Hidden(double visibleFraction) implements RoofExcess {}
}
