package org.heatwatch.validation;

import org.heatwatch.simulator.SensorPointSpread;

/** Shapes of the point spread of the simulated sensor; the estimator always assumes a Gaussian. */
public enum SpreadShape {
    GAUSSIAN,
    DETECTOR_BOX,
    WIDE_TAILS;

    /** Name in tables. */
    String title() {
        return switch (this) {
            case GAUSSIAN -> "Gaussian";
            case DETECTOR_BOX -> "detector box, blurred";
            case WIDE_TAILS -> "Gaussian with wide tails";
        };
    }

    SensorPointSpread ofFullWidth(double metres) {
        return switch (this) {
            case GAUSSIAN -> SensorPointSpread.gaussian(metres);
            case DETECTOR_BOX -> SensorPointSpread.detectorBox(metres);
            case WIDE_TAILS -> SensorPointSpread.wideTails(metres);
        };
    }
}
