package org.heatwatch.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.announce.ReportedSources;
import org.heatwatch.language.Words;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.HeatSource;

/** Formulates how many buildings were in use in a quarter. */
final class ActivitySentences {
    private static final int MONTHS_PER_QUARTER = 3;

    private final Words words;

    ActivitySentences(Words words) {
        this.words = words;
    }

    /** The latest complete quarter at the end of a digest, then the current one. */
    List<String> sentences(ReportedSources sources, LocalDate day) {
        List<String> sentences = new ArrayList<>();
        complete(sources, day).ifPresent(quarter -> sentences.addAll(sentences(sources, quarter, day)));
        sources.activity().stream()
                .filter(quarter -> !quarter.from().isAfter(day) && !quarter.to().isBefore(day))
                .findFirst()
                .ifPresent(quarter -> sentences.addAll(sentences(sources, quarter, day)));
        return sentences;
    }

    /** The sentence about the latest complete quarter, if that is known. */
    Optional<String> summary(ReportedSources sources, LocalDate day) {
        return complete(sources, day)
                .filter(quarter -> quarter.buildings() != null)
                .map(quarter -> count(sources, quarter, day));
    }

    /** The latest complete quarter at a day. */
    static Optional<ActivityQuarter> complete(ReportedSources sources, LocalDate day) {
        return sources.activity().stream()
                .filter(quarter -> quarter.to().isBefore(day))
                .reduce((_, later) -> later);
    }

    private List<String> sentences(ReportedSources sources, ActivityQuarter quarter, LocalDate day) {
        List<String> sentences = new ArrayList<>();
        sentences.add(count(sources, quarter, day));
        Double total = quarter.kelvinSquareMetres();
        Double error = quarter.kelvinSquareMetresStandardError();
        if (total != null && error != null) {
            sentences.add(words.say("activity.total", "total", thousands(total), "error", thousands(error)));
        }
        return sentences;
    }

    private String count(ReportedSources sources, ActivityQuarter quarter, LocalDate day) {
        String name = words.say(
                quarter.to().isBefore(day) ? "activity.quarter" : "activity.quarter.current",
                "quarter",
                words.say("quarter." + ((quarter.from().getMonthValue() - 1) / MONTHS_PER_QUARTER + 1)),
                "year",
                quarter.from().getYear());
        Double buildings = quarter.buildings();
        Double low = quarter.buildingsLow();
        Double high = quarter.buildingsHigh();
        if (buildings == null || low == null || high == null) {
            return words.say("activity.unknown", "quarter", name);
        }
        return words.say(
                Math.round(buildings) == 1 ? "activity.one" : "activity.many",
                "quarter",
                name,
                "buildings",
                Math.round(buildings),
                "low",
                Math.round(low),
                "high",
                Math.round(high),
                "found",
                in(quarter, sources, HeatSource::firstSeen),
                "ended",
                in(quarter, sources, source -> source.ended() ? source.lastSeen() : LocalDate.MIN));
    }

    private static long in(ActivityQuarter quarter, ReportedSources sources, Function<HeatSource, LocalDate> date) {
        return sources.sources().stream()
                .map(reported -> date.apply(reported.source()))
                .filter(day -> !day.isBefore(quarter.from()) && !day.isAfter(quarter.to()))
                .count();
    }

    private static String thousands(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
