package org.heatwatch.estimation.fit;

import org.heatwatch.numbers.Finite;

/** One footprint in one overpass, measured: its excess with an error, or the reason why there is none. */
public sealed interface MeasuredObservation {

    /** Share of the footprint's weight that was visible, 0 to 1. */
    double visibleFraction();

    /** A measurement, or none with the reason if one of its numbers is NaN or infinite. */
    static MeasuredObservation of(double kelvin, double formalError, double outlineError, double visibleFraction) {
        return Finite.areAll(kelvin, formalError, outlineError)
                ? new Measured(kelvin, formalError, outlineError, visibleFraction)
                : new Hidden(Hidden.NOT_A_NUMBER, visibleFraction);
    }

    /**
     * A measurement.
     *
     * @param kelvin effective kelvin above the background model; without one, above the surroundings
     * @param formalError standard error of the fit alone, effective kelvin
     * @param outlineError standard error due to the position of the outlines, effective kelvin
     */
    record Measured(double kelvin, double formalError, double outlineError, double visibleFraction)
            implements MeasuredObservation {
        public Measured {
            Finite.require(kelvin, "the excess");
            Finite.require(formalError, "the standard error of the fit");
            Finite.require(outlineError, "the standard error of the outlines");
            Finite.require(visibleFraction, "the visible fraction");
        }
    }

    /**
     * No measurement. This does not mean that the footprint is cold.
     *
     * @param reason in words, for people
     */
    record Hidden(String reason, double visibleFraction) implements MeasuredObservation {
        /** Too little of the footprint was visible. */
        public static final String UNSEEN = "hidden or outside the scene";

        /** The fit gave no number. */
        public static final String NOT_A_NUMBER = "the scene gives no finite number";

        public Hidden {
            Finite.require(visibleFraction, "the visible fraction");
        }
    }
}
