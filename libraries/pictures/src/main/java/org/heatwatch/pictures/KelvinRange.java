package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.heatwatch.publication.PublishedObservation;

/**
 * Range of the kelvin axis: it includes all observations with their standard errors.
 *
 * @param low at most -2
 * @param high at least 4
 * @param step distance between ticks
 */
record KelvinRange(double low, double high, double step) {
    private static final double LOWEST = -2;
    private static final double HIGHEST = 4;
    private static final double MOST_TICKS = 4;

    static KelvinRange of(List<ChartedFacility> facilities, LocalDate from, LocalDate to) {
        double least = LOWEST;
        double most = HIGHEST;
        for (ChartedFacility facility : facilities) {
            for (PublishedObservation observation : facility.observations()) {
                Double kelvin = observation.effectiveKelvin();
                Double error = observation.effectiveStandardError();
                LocalDate date = ExcessPlot.date(observation);
                if (kelvin != null && error != null && !date.isBefore(from) && !date.isAfter(to)) {
                    least = Math.min(least, kelvin - error);
                    most = Math.max(most, kelvin + error);
                }
            }
        }
        double margin = 0.05 * (most - least);
        double step = RoundNumber.atLeast((most - least) / MOST_TICKS);
        return new KelvinRange(least - margin, most + margin, step);
    }

    /** Multiples of the step, including 0. */
    List<Double> ticks() {
        return DoubleStream.iterate(Math.ceil(low / step) * step, kelvin -> kelvin <= high, kelvin -> kelvin + step)
                .boxed()
                .toList();
    }

    static String label(double kelvin) {
        if (Math.abs(kelvin) < 1e-9) {
            return "0";
        }
        return String.format(Locale.ROOT, kelvin == Math.rint(kelvin) ? "%+.0f" : "%+.1f", kelvin);
    }
}
