package org.heatwatch.announce;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;

/** The weekly round-up: due once the Sunday is over, for all weeks since the one before, if anything was to be seen. */
final class Digest {
    /** What the markers of digests are of. */
    static final String SUBJECT = "week";

    private Digest() {}

    static Optional<News> due(SiteHistory history, Collection<Marker> alreadyAnnounced) {
        LocalDate sunday = history.asOf().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        Optional<LocalDate> latest = alreadyAnnounced.stream()
                .filter(m -> m.topic() == Topic.DIGEST)
                .map(Marker::date)
                .max(LocalDate::compareTo);
        LocalDate from = from(history, latest, sunday);
        boolean isDue = latest.filter(told -> !told.isBefore(sunday)).isEmpty()
                && history.scenes().stream()
                        .map(scene -> scene.product().acquisition().date())
                        .anyMatch(date -> !date.isBefore(from) && !date.isAfter(sunday));
        if (!isDue) {
            return Optional.empty();
        }
        Occurrence occurrence = Occurrence.of(SUBJECT, Topic.DIGEST, sunday, Optional.empty());
        Marker marker = Marker.first(occurrence, sunday, /* told= */ true);
        return Optional.of(new News(Kind.DIGEST, News.Change.NEW, marker, Optional.of(occurrence), Optional.of(from)));
    }

    private static LocalDate from(SiteHistory history, Optional<LocalDate> latest, LocalDate sunday) {
        LocalDate oldest = history.asOf().minusDays(Announcements.NEWS_DAYS);
        return latest.map(told -> told.plusDays(1))
                .map(day -> day.isBefore(oldest) ? oldest : day)
                .orElse(sunday.minusDays(6));
    }
}
