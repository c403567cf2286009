package org.heatwatch.source;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heatwatch.source.EvidenceTest.Kind;
import org.heatwatch.source.EvidenceTest.Verdict;
import org.heatwatch.state.JudgedObservation;

/**
 * Mean excess by day of working days, Monday to Saturday, less that of Sundays, in the local time zone. A satellite
 * that returns every 16 days visits all days of the week in turn. No difference contradicts nothing: many plants never
 * stop.
 */
final class WeekComparison {
    static final int FEWEST_WORKING_DAYS = 8;
    static final int FEWEST_SUNDAYS = 4;

    private WeekComparison() {}

    static Optional<EvidenceTest> of(EvidenceInput input) {
        Predicate<JudgedObservation> onSunday =
                seen -> seen.acquiredAt().atZone(input.zone()).getDayOfWeek() == DayOfWeek.SUNDAY;
        ExcessSeries sundays = input.day().where(onSunday);
        ExcessSeries workingDays = input.day().where(onSunday.negate());
        if (workingDays.size() < FEWEST_WORKING_DAYS || sundays.size() < FEWEST_SUNDAYS) {
            return Optional.empty();
        }
        double betweenVariance = ExcessSeries.betweenVariance(List.of(workingDays, sundays));
        UncertainValue difference = UncertainValue.difference(workingDays, sundays, betweenVariance);
        boolean supports = difference.isPositive();
        String sentence = "Sundays are %s %s than working days (%d and %d passes)%s."
                .formatted(
                        difference.magnitude().kelvin(),
                        difference.value() >= 0 ? "cooler" : "warmer",
                        sundays.size(),
                        workingDays.size(),
                        supports || difference.isNegative() ? "" : ", no clear difference");
        return Optional.of(
                difference.test(Kind.WEEK, supports ? Verdict.SUPPORTS_ACTIVITY : Verdict.INCONCLUSIVE, sentence));
    }
}
