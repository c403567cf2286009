package org.heatwatch.story;

import java.time.LocalDate;
import org.heatwatch.simulator.RandomStreams;

/**
 * What runs in a building, and how much it warms the roof.
 *
 * @param feature id in the site definition
 * @param kelvin mean excess of the roof, above 0
 * @param variation standard deviation of the excess from day to day, in kelvin
 */
record Machine(String feature, Days days, double kelvin, double variation) {

    /** Excess of the roof on a day in kelvin, at least 0; the same whenever it is asked for. */
    double excess(LocalDate date, long seed) {
        if (!days.contains(date)) {
            return 0;
        }
        double drawn = RandomStreams.of(seed, "machine " + feature + " " + date).nextGaussian();
        return Math.max(0, kelvin + variation * drawn);
    }
}
