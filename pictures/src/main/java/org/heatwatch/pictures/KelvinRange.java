package org.heatwatch.pictures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.heatwatch.history.LookOutcome;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.RoofLook;

/**
 * Kelvins of an axis that takes all looks with their standard errors.
 *
 * @param low at most -2
 * @param high at least 4
 * @param step between its ticks
 */
record KelvinRange(double low, double high, double step) {
    private static final double LOWEST = -2;
    private static final double HIGHEST = 4;
    private static final double MOST_TICKS = 4;

    static KelvinRange of(List<RoofHistory> roofs, LocalDate from, LocalDate to) {
        List<LookOutcome.Scored> looks = roofs.stream()
                .flatMap(roof -> roof.looks().stream())
                .filter(look -> isBetween(look, from, to))
                .flatMap(look -> look.outcome() instanceof LookOutcome.Scored scored ? Stream.of(scored) : Stream.of())
                .toList();
        double least = looks.stream()
                .mapToDouble(look -> look.effectiveKelvin() - look.standardError())
                .reduce(LOWEST, Math::min);
        double most = looks.stream()
                .mapToDouble(look -> look.effectiveKelvin() + look.standardError())
                .reduce(HIGHEST, Math::max);
        double margin = 0.05 * (most - least);
        double step = RoundNumber.atLeast((most - least) / MOST_TICKS);
        return new KelvinRange(least - margin, most + margin, step);
    }

    private static boolean isBetween(RoofLook look, LocalDate from, LocalDate to) {
        LocalDate date = look.acquisition().date();
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Whole steps, 0 among them. */
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
