package org.heatwatch.cli.options;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.heatwatch.site.plan.PlannedPeriod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an idle period {@code FROM/TO} of two dates, both included. */
public final class PeriodConverter implements ITypeConverter<PlannedPeriod> {

    @Override
    public PlannedPeriod convert(String text) {
        return period(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a period such as 2016-03-01/2020-05-31 (first and last day)"));
    }

    private static Optional<PlannedPeriod> period(String text) {
        String[] days = text.split("/", -1);
        try {
            LocalDate from = LocalDate.parse(days[0]);
            LocalDate to = LocalDate.parse(days[days.length - 1]);
            return days.length == 2 && !to.isBefore(from)
                    ? Optional.of(new PlannedPeriod(from, to, /* operating= */ false))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
