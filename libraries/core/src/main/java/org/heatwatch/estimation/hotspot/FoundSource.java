package org.heatwatch.estimation.hotspot;

import org.heatwatch.estimation.baseline.ExcessOverBaseline;

/**
 * A source in a scene and what it is judged by.
 *
 * @param node whose idle behaviour is the place's
 * @param deviation with all other sources taken off
 */
record FoundSource(HeatSource source, int node, ExcessOverBaseline deviation) {

    /** In samples: a metre. */
    private static final double SAME_PLACE = 0.01;

    private static final double SAME_ERRORS = 0.02;

    double z() {
        return deviation.z();
    }

    /** Of the amount, all things considered: square of K m2. */
    double variance() {
        double error = deviation.standardError() * NodeReadings.ROOF_SQUARE_METRES;
        return error * error;
    }

    double tail() {
        return FalseAlarmRate.tail(deviation);
    }

    /** Whether it lies elsewhere or is stronger or weaker by what matters. */
    boolean differsFrom(FoundSource before) {
        return Math.abs(source.across() - before.source.across()) > SAME_PLACE
                || Math.abs(source.along() - before.source.along()) > SAME_PLACE
                || Math.abs(z() - before.z()) > SAME_ERRORS;
    }

    /** With an error so many times larger. */
    FoundSource lessCertain(double times) {
        return new FoundSource(
                source,
                node,
                new ExcessOverBaseline(
                        deviation.kelvin(), times * deviation.standardError(), deviation.degreesOfFreedom()));
    }
}
