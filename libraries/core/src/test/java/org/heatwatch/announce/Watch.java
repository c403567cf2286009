package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;

/** Successive runs, each with the records of the previous ones. */
public final class Watch {
    private final Map<String, AnnouncementRecord> records = new LinkedHashMap<>();

    /** The announcements of a run without weekly digests. */
    public List<Announcement> run(SiteHistory history) {
        return keep(AnnouncementPlanner.plan(history, records.values()));
    }

    /** The announcements of a run with a search for heat sources, without weekly digests. */
    public List<Announcement> run(SiteHistory history, SourceStory sources) {
        return keep(AnnouncementPlanner.plan(history, sources.report(), records.values()));
    }

    public List<Announcement> runAfterEdit(SiteHistory history, String knownThrough) {
        LocalDate known = LocalDate.parse(knownThrough);
        return keep(AnnouncementPlanner.planAfterEdit(
                history, Optional.empty(), records.values(), new ScoringRun(1, known, known, "before")));
    }

    private List<Announcement> keep(AnnouncementPlan plan) {
        plan.records().forEach(m -> records.put(m.key(), m));
        return plan.announcements().stream()
                .filter(n -> n.kind() != Kind.DIGEST)
                .toList();
    }

    public List<AnnouncementRecord> records() {
        return List.copyOf(records.values());
    }

    /** For example {@code factory-1 ON NEW 2025-10-19}. */
    public static String line(Announcement announcement) {
        return "%s %s %s %s"
                        .formatted(
                                announcement.record().subject(),
                                announcement.record().topic(),
                                announcement.change(),
                                announcement.record().date())
                + announcement
                        .before()
                        .filter(before -> !before.equals(announcement.record().date()))
                        .map(before -> " before " + before)
                        .orElse("");
    }

    public static Optional<Announcement> digest(SiteHistory history, List<AnnouncementRecord> records) {
        return AnnouncementPlanner.plan(history, records).announcements().stream()
                .filter(n -> n.kind() == Kind.DIGEST)
                .findFirst();
    }
}
