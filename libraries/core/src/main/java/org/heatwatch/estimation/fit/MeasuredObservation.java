package org.heatwatch.estimation.fit;

/** One footprint in one overpass, measured: its excess with an error, or the reason why there is none. */
public sealed interface MeasuredObservation {

    /** Share of the footprint's weight that was visible, 0 to 1. */
    double visibleFraction();

    /**
     * A measurement.
     *
     * @param kelvin effective kelvin above the background model; without one, above the surroundings
     * @param formalError standard error of the fit alone, effective kelvin
     * @param outlineError standard error due to the position of the outlines, effective kelvin
     */
    record Measured(double kelvin, double formalError, double outlineError, double visibleFraction)
            implements MeasuredObservation {}

    /**
     * No measurement. This does not mean that the footprint is cold.
     *
     * @param reason in words, for people
     */
    record Hidden(String reason, double visibleFraction) implements MeasuredObservation {
        /** Too little of the footprint was visible. */
        public static final String UNSEEN = "hidden or outside the scene";
    }
}
