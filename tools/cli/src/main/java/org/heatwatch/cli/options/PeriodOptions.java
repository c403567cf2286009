package org.heatwatch.cli.options;

import java.time.LocalDate;
import java.util.Optional;
import org.heatwatch.source.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --from} and {@code --to}: the period of a composite. */
public final class PeriodOptions {
    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day of the period; default: the day after the reference period.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of the period; default: the present day.")
    private @Nullable LocalDate to;

    /** Whether neither was given, so that a published result is sufficient. */
    public boolean isDefault() {
        return from == null && to == null;
    }

    /**
     * The period; empty if it starts after the reference period.
     *
     * @param asOf last day if none was given
     * @throws IllegalArgumentException if it starts after it ends
     */
    public Optional<Period> period(LocalDate asOf) {
        LocalDate last = lastDay(asOf);
        return Optional.ofNullable(from).map(first -> new Period(first, last));
    }

    /** The last day that was given, or the given one. */
    public LocalDate lastDay(LocalDate asOf) {
        return to == null ? asOf : to;
    }
}
