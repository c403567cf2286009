package org.heatwatch.estimation.hotspot;

import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * A source that was detected in a scene, with its excess over the baseline of a node.
 *
 * @param source position and amount
 * @param node whose baseline applies at the position
 * @param excess over that baseline, with all other sources subtracted
 */
record DetectedSource(PointSource source, int node, ExcessOverBaseline excess) {

    /** In samples: one metre. */
    private static final double SAME_POSITION = 0.01;

    private static final double SAME_ERRORS = 0.02;

    double z() {
        return excess.z();
    }

    /** Total variance of the amount, square of K m2. */
    double variance() {
        double error = excess.standardError() * NodeEstimates.BUILDING_SQUARE_METRES;
        return error * error;
    }

    /** Probability that the idle node has at least this excess. */
    double tail() {
        return FalseAlarmRate.tail(excess);
    }

    /** Whether position or z differ by more than the tolerance of the iteration. */
    boolean differsFrom(DetectedSource before) {
        return Math.abs(source.across() - before.source.across()) > SAME_POSITION
                || Math.abs(source.along() - before.source.along()) > SAME_POSITION
                || Math.abs(z() - before.z()) > SAME_ERRORS;
    }

    /** The same source with its standard error multiplied by a factor. */
    DetectedSource withErrorTimes(double factor) {
        return new DetectedSource(
                source,
                node,
                new ExcessOverBaseline(excess.kelvin(), factor * excess.standardError(), excess.degreesOfFreedom()));
    }
}
