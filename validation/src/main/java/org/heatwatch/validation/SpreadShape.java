package org.heatwatch.validation;

import org.heatwatch.simulator.PointSpread;

/** Shapes of the simulated sensor's point spread; the estimator's is a Gaussian. */
public enum SpreadShape {
    GAUSSIAN,
    DETECTOR_BOX,
    WIDE_TAILS;

    PointSpread ofFullWidth(double metres) {
        return switch (this) {
            case GAUSSIAN -> PointSpread.gaussian(metres);
            case DETECTOR_BOX -> PointSpread.detectorBox(metres);
            case WIDE_TAILS -> PointSpread.wideTails(metres);
        };
    }
}
