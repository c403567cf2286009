package org.heatwatch.announce;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assigns records to the heat sources of a report. */
final class SourceMatching {
    private final List<AnnouncementRecord> before;

    /** @param before records of sources, in the order of time */
    SourceMatching(List<AnnouncementRecord> before) {
        this.before = before;
    }

    private record Pair(ReportedSource reported, AnnouncementRecord entry) {
        private long days() {
            LocalDate date = entry.topic() == Topic.SOURCE_ENDED
                    ? reported.end().orElse(reported.start()).date()
                    : reported.start().date();
            return Math.abs(ChronoUnit.DAYS.between(date, entry.date()));
        }

        private boolean isOfOtherId() {
            return !entry.subject().equals(reported.source().id());
        }
    }

    /** Assigns one record at most to each source: of the same id first, then a valid one, the nearest in time. */
    Map<ReportedSource, AnnouncementRecord> matches(List<ReportedSource> sources, Topic topic) {
        List<Pair> pairs = new ArrayList<>();
        for (ReportedSource reported : sources) {
            before.stream()
                    .filter(entry -> entry.topic() == topic && reported.isSubjectOf(entry))
                    .filter(entry -> isOfThisPeriod(reported, entry))
                    .forEach(entry -> pairs.add(new Pair(reported, entry)));
        }
        pairs.sort(Comparator.comparing(Pair::isOfOtherId)
                .thenComparing(pair -> !pair.entry().valid())
                .thenComparing(pair -> !pair.entry().announced())
                .thenComparingLong(Pair::days)
                .thenComparingDouble(pair -> pair.reported().distance(pair.entry())));
        Map<ReportedSource, AnnouncementRecord> matches = new HashMap<>();
        List<AnnouncementRecord> taken = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.reported()) && !taken.contains(pair.entry())) {
                matches.put(pair.reported(), pair.entry());
                taken.add(pair.entry());
            }
        }
        return matches;
    }

    /** A source that is warm again more than a year after its end has a new start, so that earlier records stay. */
    boolean isOfThisPeriod(ReportedSource reported, AnnouncementRecord entry) {
        return before.stream()
                .filter(end -> end.topic() == Topic.SOURCE_ENDED && end.valid() && reported.isSubjectOf(end))
                .filter(end -> end.date()
                        .plusDays(UnlistedHeatSources.REMEMBERED_DAYS)
                        .isBefore(reported.source().firstSeen()))
                .allMatch(end -> entry.date().isAfter(end.date()));
    }
}
