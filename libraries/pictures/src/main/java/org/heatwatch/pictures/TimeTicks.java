package org.heatwatch.pictures;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of a time axis at round dates, with a spacing that suits its length. */
final class TimeTicks {
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    /** A date and its label. */
    record Tick(LocalDate date, String label) {}

    private TimeTicks() {}

    static List<Tick> between(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        if (days > 12 * 365) {
            return every(Period.ofYears(2), from.withDayOfYear(1), from, to, YEAR);
        }
        if (days > 3 * 365) {
            return every(Period.ofYears(1), from.withDayOfYear(1), from, to, YEAR);
        }
        if (days > 365) {
            return every(Period.ofMonths(3), from.withDayOfYear(1), from, to, MONTH);
        }
        if (days > 70) {
            return every(Period.ofMonths(days > 240 ? 2 : 1), from.withDayOfYear(1), from, to, MONTH);
        }
        return every(Period.ofDays(days > 20 ? 7 : 2), from, from, to, DAY);
    }

    private static List<Tick> every(
            Period step, LocalDate start, LocalDate from, LocalDate to, DateTimeFormatter form) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate date = start; !date.isAfter(to); date = date.plus(step)) {
            if (!date.isBefore(from)) {
                ticks.add(new Tick(date, form.format(date)));
            }
        }
        return ticks;
    }
}
