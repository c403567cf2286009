package org.heatwatch.validation;

import org.heatwatch.simulator.PointSpread;

/** Shapes of the simulated sensor's point spread; the estimator's is a Gaussian. */
public enum SpreadShape {
    GAUSSIAN,
    DETECTOR_BOX,
    WIDE_TAILS;

    /** For people. */
    String title() {
        return switch (this) {
            case GAUSSIAN -> "Gaussian";
            case DETECTOR_BOX -> "detector box, blurred";
            case WIDE_TAILS -> "Gaussian with wide tails";
        };
    }

    PointSpread ofFullWidth(double metres) {
        return switch (this) {
            case GAUSSIAN -> PointSpread.gaussian(metres);
            case DETECTOR_BOX -> PointSpread.detectorBox(metres);
            case WIDE_TAILS -> PointSpread.wideTails(metres);
        };
    }
}
