package org.heatwatch.cli.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.publication.PassReport;
import org.jspecify.annotations.Nullable;

/** Finds a pass by the acquisition that the user gives. */
public final class Passes {
    private static final String LISTED = "`heatwatch scenes` lists the recorded acquisitions";

    private Passes() {}

    /**
     * The pass of an acquisition such as {@code LC08_116034_20251104}, or of a day such as {@code 2025-11-04}.
     *
     * @throws CommandFailure if there is none, or several on the day
     */
    public static PassReport find(PublishedSite published, String id) {
        if (id.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return ofDay(published, id);
        }
        Acquisition acquisition;
        try {
            acquisition = Acquisition.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; `heatwatch scenes` lists the recorded acquisitions");
        }
        return published
                .pass(acquisition)
                .orElseThrow(() -> new CommandFailure("%s: is not recorded for site %s; %s"
                        .formatted(id, published.site().id(), advice(published, acquisition))));
    }

    /**
     * The passes of a period in order of time.
     *
     * @param from first day; null for the first pass
     * @param to last day; null for the last pass
     */
    public static List<PassReport> between(PublishedSite published, @Nullable LocalDate from, @Nullable LocalDate to) {
        return published.passes().stream()
                .filter(pass -> from == null || !pass.acquisition().date().isBefore(from))
                .filter(pass -> to == null || !pass.acquisition().date().isAfter(to))
                .toList();
    }

    private static PassReport ofDay(PublishedSite published, String day) {
        List<PassReport> passes = published.passes().stream()
                .filter(pass -> pass.acquisition().date().toString().equals(day))
                .toList();
        if (passes.size() > 1) {
            throw new CommandFailure("%s: %d passes are recorded on this day; give one of: %s"
                    .formatted(
                            day,
                            passes.size(),
                            String.join(
                                    ", ",
                                    passes.stream()
                                            .map(pass -> pass.acquisition().id())
                                            .toList())));
        }
        return passes.stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailure("%s: no pass of this day is recorded for site %s; %s"
                        .formatted(day, published.site().id(), LISTED)));
    }

    private static String advice(PublishedSite published, Acquisition mistyped) {
        return published.passes().stream()
                .map(PassReport::acquisition)
                .min(Comparator.comparingLong(
                        known -> Math.abs(ChronoUnit.DAYS.between(known.date(), mistyped.date()))))
                .map(near -> "the nearest is %s, and %s".formatted(near.id(), LISTED))
                .orElse(LISTED);
    }
}
