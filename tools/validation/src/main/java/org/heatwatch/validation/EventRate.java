package org.heatwatch.validation;

import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Number of rare events and the time in which they were counted.
 *
 * @param events number of events
 * @param siteYears time in site-years, above 0
 */
record EventRate(long events, double siteYears) {
    private static final double TAIL = 0.05;

    /** Events per site-year. */
    double perSiteYear() {
        return events / siteYears;
    }

    /** For example {@code 0.040 (0.021-0.069)}: the rate with its exact 90 % interval (Garwood 1936). */
    @Override
    public String toString() {
        double low = events == 0 ? 0 : ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(TAIL) / 2;
        double high = ChiSquaredDistribution.of(2.0 * events + 2).inverseCumulativeProbability(1 - TAIL) / 2;
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", perSiteYear(), low / siteYears, high / siteYears);
    }
}
