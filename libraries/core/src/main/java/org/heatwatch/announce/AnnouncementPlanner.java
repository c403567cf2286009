package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Role;

/**
 * Compares a history with what was announced before and plans what to announce: a pure function of both. Each event is
 * announced once, whatever the order of products, duplicates and late scenes. A correction is announced however old the
 * event is. An event more than {@link #ANNOUNCEMENT_DAYS} days old is recorded as known, without an announcement.
 */
public final class AnnouncementPlanner {
    /** Largest age in days of an acquisition that is announced. */
    public static final int ANNOUNCEMENT_DAYS = 45;

    private final SiteHistory history;
    private final Optional<ScoringRun> beforeEdit;
    private final List<AnnouncementRecord> records = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();

    private AnnouncementPlanner(SiteHistory history, Optional<ScoringRun> beforeEdit) {
        this.history = history;
        this.beforeEdit = beforeEdit;
    }

    /** Plans what to announce of a history as of its day. */
    public static AnnouncementPlan plan(SiteHistory history, Collection<AnnouncementRecord> alreadyAnnounced) {
        return new AnnouncementPlanner(history, Optional.empty()).compare(alreadyAnnounced);
    }

    /**
     * Plans what to announce after an edit of the site: changes of the past that follow from the edit are recorded as
     * known, without an announcement.
     *
     * @param before the latest run before the edit; later events are announced as usual
     */
    public static AnnouncementPlan planAfterEdit(
            SiteHistory history, Collection<AnnouncementRecord> alreadyAnnounced, ScoringRun before) {
        return new AnnouncementPlanner(history, Optional.of(before)).compare(alreadyAnnounced);
    }

    private AnnouncementPlan compare(Collection<AnnouncementRecord> alreadyAnnounced) {
        Map<String, List<NotableEvent>> events = eventsByGroup();
        Map<String, List<AnnouncementRecord>> before = recordsByGroup(alreadyAnnounced);
        events.forEach((group, ofGroup) -> {
            RecordMatching matching =
                    RecordMatching.of(ofGroup, before.getOrDefault(group, List.of()), this::isAnnounced);
            ofGroup.forEach(event -> matching.recordOf(event)
                    .ifPresentOrElse(record -> addKnown(event, record), () -> addNew(event, matching)));
            matching.unmatched().forEach(this::addWithdrawn);
        });
        before.forEach((group, ofGroup) -> {
            if (!events.containsKey(group)) {
                ofGroup.forEach(this::addWithdrawn);
            }
        });
        WeeklyDigest.plan(history, alreadyAnnounced).ifPresent(digest -> {
            records.add(digest.record());
            announcements.add(digest);
        });
        return new AnnouncementPlan(records, announcements);
    }

    /** In the order of the site's features, so that the plan does not depend on the order of the records. */
    private Map<String, List<NotableEvent>> eventsByGroup() {
        Map<String, List<NotableEvent>> events = new LinkedHashMap<>();
        NotableEvents.of(history)
                .forEach(event -> events.computeIfAbsent(
                                group(event.subject(), event.topic(), event.place()), _ -> new ArrayList<>())
                        .add(event));
        return events;
    }

    private Map<String, List<AnnouncementRecord>> recordsByGroup(Collection<AnnouncementRecord> alreadyAnnounced) {
        Map<String, List<AnnouncementRecord>> before = new LinkedHashMap<>();
        alreadyAnnounced.stream()
                .filter(record ->
                        record.topic() != Topic.DIGEST && !record.date().isAfter(history.asOf()))
                .sorted(RecordMatching.IN_ORDER)
                .forEach(record -> before.computeIfAbsent(
                                group(record.subject(), record.topic(), record.place()), _ -> new ArrayList<>())
                        .add(record));
        return before;
    }

    /** All heat sources are one group, because a better product may change the position and so the name of a source. */
    private static String group(String subject, Topic topic, Optional<UtmPosition> place) {
        return place.isPresent() ? topic.name() : subject + "#" + topic;
    }

    private void addNew(NotableEvent event, RecordMatching matching) {
        boolean isAnnounced = isAnnounced(event);
        AnnouncementRecord record = AnnouncementRecord.first(event, matching.freeEpisode(event), isAnnounced);
        records.add(record);
        if (isAnnounced) {
            announcements.add(new Announcement(
                    kind(event), Announcement.Change.NEW, record, Optional.of(event), Optional.empty()));
        }
    }

    private boolean isAnnounced(NotableEvent event) {
        return !event.date().plusDays(ANNOUNCEMENT_DAYS).isBefore(history.asOf())
                && !followsFromEdit(event.topic(), event.date());
    }

    private void addKnown(NotableEvent event, AnnouncementRecord record) {
        if (record.valid() && record.date().equals(event.date())) {
            return;
        }
        AnnouncementRecord changed = record.reinstated(event.date(), event.place());
        records.add(changed);
        if (record.announced() && !followsFromEdit(event.topic(), event.date())) {
            Announcement.Change change = record.valid() ? Announcement.Change.MOVED : Announcement.Change.REINSTATED;
            announcements.add(new Announcement(
                    revision(record), change, changed, Optional.of(event), Optional.of(record.date())));
        }
    }

    private void addWithdrawn(AnnouncementRecord record) {
        if (!record.valid()) {
            return;
        }
        AnnouncementRecord withdrawn = record.withdrawn();
        records.add(withdrawn);
        if (record.announced() && !followsFromEdit(record.topic(), record.date())) {
            announcements.add(new Announcement(
                    revision(record),
                    Announcement.Change.WITHDRAWN,
                    withdrawn,
                    Optional.empty(),
                    Optional.of(record.date())));
        }
    }

    /** Staleness follows from the day of the run; every other event follows from an acquisition. */
    private boolean followsFromEdit(Topic topic, LocalDate date) {
        return beforeEdit
                .map(run -> topic == Topic.STALE ? run.asOf() : run.through())
                .filter(known -> !date.isAfter(known))
                .isPresent();
    }

    private Kind revision(AnnouncementRecord record) {
        return isControl(record.subject()) ? Kind.OPERATIONS : Kind.REVISION;
    }

    private boolean isControl(String subject) {
        return history.feature(subject)
                .map(FeatureHistory::feature)
                .filter(feature -> feature.role() == Role.CONTROL)
                .isPresent();
    }

    private Kind kind(NotableEvent event) {
        if (isControl(event.subject())) {
            return Kind.OPERATIONS;
        }
        return switch (event.topic()) {
            case ON, OFF, HOT_PLACE -> Kind.ACTIVITY;
            case SUSPECT -> Kind.SUSPECT;
            case STALE -> Kind.STALE;
            case DIGEST -> Kind.DIGEST;
        };
    }
}
