package org.heatwatch.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * How the activity of a facility in operation varies about its mean: by a first-order autoregressive process, and by
 * single overpasses in which it rests.
 *
 * @param variation relative standard deviation of the process
 * @param days correlation time of the process
 * @param restShare fraction of the overpasses in which the facility rests
 */
record OperatingActivity(double variation, double days, double restShare) {
    /** A fifth of the mean, correlated over a month, and one overpass in 25 at rest. */
    static final OperatingActivity USUAL = new OperatingActivity(0.2, 30, 0.04);

    /** Activity on days as a fraction of its mean, at least 0. */
    Map<LocalDate, Double> on(Collection<LocalDate> dates, RandomGenerator random) {
        Map<LocalDate, Double> activity = new TreeMap<>();
        double process = random.nextGaussian();
        LocalDate before = LocalDate.MIN;
        for (LocalDate date : new TreeSet<>(dates)) {
            double kept = before.equals(LocalDate.MIN) ? 0 : Math.exp(-ChronoUnit.DAYS.between(before, date) / days);
            process = kept * process + Math.sqrt(1 - kept * kept) * random.nextGaussian();
            double running = Math.max(0, 1 + variation * process);
            activity.put(date, random.nextDouble() < restShare ? 0 : running);
            before = date;
        }
        return activity;
    }
}
