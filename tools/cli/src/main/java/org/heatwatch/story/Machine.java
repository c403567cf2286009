package org.heatwatch.story;

import java.time.LocalDate;
import org.heatwatch.simulator.RandomStreams;

/**
 * A heat source in a building during a range of days.
 *
 * @param feature id in the site definition
 * @param kelvin mean excess of the roof, positive
 * @param variation standard deviation of the excess from day to day, in kelvin
 */
record Machine(String feature, Days days, double kelvin, double variation) {

    /** Excess of the roof on a day in kelvin, at least 0; the same for the same seed. */
    double excess(LocalDate date, long seed) {
        if (!days.contains(date)) {
            return 0;
        }
        double drawn = RandomStreams.of(seed, "machine " + feature + " " + date).nextGaussian();
        return Math.max(0, kelvin + variation * drawn);
    }
}
