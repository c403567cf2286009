package org.heatwatch.announce;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;

/** Plans the weekly digest: one after each Sunday, for all weeks since the previous digest, if they had any pass. */
final class WeeklyDigest {
    /** The subject of the records of digests. */
    static final String SUBJECT = "week";

    private WeeklyDigest() {}

    static Optional<Announcement> plan(SiteHistory history, Collection<AnnouncementRecord> alreadyAnnounced) {
        LocalDate sunday = history.asOf().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        Optional<LocalDate> latest = alreadyAnnounced.stream()
                .filter(record -> record.topic() == Topic.DIGEST)
                .map(AnnouncementRecord::date)
                .max(LocalDate::compareTo);
        LocalDate from = from(history, latest, sunday);
        boolean isPending = latest.filter(date -> !date.isBefore(sunday)).isEmpty()
                && history.scenes().stream()
                        .map(scene -> scene.product().acquisition().date())
                        .anyMatch(date -> !date.isBefore(from) && !date.isAfter(sunday));
        if (!isPending) {
            return Optional.empty();
        }
        NotableEvent event = NotableEvent.of(SUBJECT, Topic.DIGEST, sunday, Optional.empty());
        AnnouncementRecord record = AnnouncementRecord.first(event, sunday, /* isAnnounced= */ true);
        return Optional.of(
                new Announcement(Kind.DIGEST, Announcement.Change.NEW, record, Optional.of(event), Optional.of(from)));
    }

    private static LocalDate from(SiteHistory history, Optional<LocalDate> latest, LocalDate sunday) {
        LocalDate oldest = history.asOf().minusDays(AnnouncementPlanner.ANNOUNCEMENT_DAYS);
        return latest.map(date -> date.plusDays(1))
                .map(day -> day.isBefore(oldest) ? oldest : day)
                .orElse(sunday.minusDays(6));
    }
}
