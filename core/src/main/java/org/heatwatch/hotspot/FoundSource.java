package org.heatwatch.hotspot;

import org.heatwatch.baseline.Deviation;

/**
 * A source in a scene and what it is judged by.
 *
 * @param node whose idle behaviour is the place's
 * @param deviation with all other sources taken off
 */
record FoundSource(HeatSource source, int node, Deviation deviation) {

    double z() {
        return deviation.z();
    }

    double tail() {
        return FalseAlarmRate.tail(deviation);
    }

    /** With an error so many times larger. */
    FoundSource lessCertain(double times) {
        return new FoundSource(
                source,
                node,
                new Deviation(deviation.kelvin(), times * deviation.standardError(), deviation.freedom()));
    }
}
