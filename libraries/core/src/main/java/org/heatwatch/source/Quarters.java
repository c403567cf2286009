package org.heatwatch.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calendar quarters that a period touches.
 *
 * @param period any range of days
 */
record Quarters(Period period) {

    int count() {
        return index(period.to()) + 1;
    }

    /** Index of the quarter of a day, 0 for the quarter in which the period begins. */
    int index(LocalDate date) {
        return (int) IsoFields.QUARTER_YEARS.between(firstDay(), date);
    }

    private LocalDate firstDay() {
        return period.from().with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** All quarters in full, in order. */
    List<Period> all() {
        return IntStream.range(0, count())
                .mapToObj(index -> firstDay().plus(index, IsoFields.QUARTER_YEARS))
                .map(first ->
                        new Period(first, first.plus(1, IsoFields.QUARTER_YEARS).minus(1, ChronoUnit.DAYS)))
                .toList();
    }
}
