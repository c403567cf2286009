package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final AnnouncementAge age;
    private final Optional<ReportedSources> sources;
    private final List<AnnouncementRecord> records = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();

    private AnnouncementPlanner(
            SiteHistory history, Optional<ReportedSources> sources, Optional<ScoringRun> beforeEdit) {
        this.history = history;
        this.sources = sources;
        this.age = new AnnouncementAge(history.asOf(), beforeEdit);
    }

    /** Plans what to announce of a history as of its day, without a search for heat sources. */
    public static AnnouncementPlan plan(SiteHistory history, Collection<AnnouncementRecord> alreadyAnnounced) {
        return plan(history, Optional.empty(), alreadyAnnounced);
    }

    /**
     * Plans what to announce of a history as of its day.
     *
     * @param sources empty if no composite could be searched; their records then stay as they are
     */
    public static AnnouncementPlan plan(
            SiteHistory history, Optional<ReportedSources> sources, Collection<AnnouncementRecord> alreadyAnnounced) {
        return new AnnouncementPlanner(history, sources, Optional.empty()).compare(alreadyAnnounced);
    }

    /**
     * Plans what to announce after an edit of the site: changes of the past that follow from the edit are recorded as
     * known, without an announcement.
     *
     * @param sources empty if no composite could be searched; their records then stay as they are
     * @param before the latest run before the edit; later events are announced as usual
     */
    public static AnnouncementPlan planAfterEdit(
            SiteHistory history,
            Optional<ReportedSources> sources,
            Collection<AnnouncementRecord> alreadyAnnounced,
            ScoringRun before) {
        return new AnnouncementPlanner(history, sources, Optional.of(before)).compare(alreadyAnnounced);
    }

    private AnnouncementPlan compare(Collection<AnnouncementRecord> alreadyAnnounced) {
        List<AnnouncementRecord> known = alreadyAnnounced.stream()
                .filter(record ->
                        record.topic() != Topic.DIGEST && !record.date().isAfter(history.asOf()))
                .sorted(RecordMatching.IN_ORDER)
                .toList();
        List<NotableEvent> notable = NotableEvents.of(history);
        Map<String, List<NotableEvent>> events = eventsByGroup(notable);
        Map<String, List<AnnouncementRecord>> before = recordsByGroup(known);
        events.forEach((group, ofGroup) -> {
            RecordMatching matching =
                    RecordMatching.of(ofGroup, before.getOrDefault(group, List.of()), this::isAnnounced);
            ofGroup.forEach(event -> matching.recordOf(event)
                    .ifPresentOrElse(record -> addKnown(event, record), () -> addNew(event, matching, known)));
            matching.unmatched().forEach(this::addWithdrawn);
        });
        before.forEach((group, ofGroup) -> {
            if (!events.containsKey(group)) {
                ofGroup.forEach(this::addWithdrawn);
            }
        });
        Optional<SourcePlanner> ofSources =
                sources.map(reported -> SourcePlanner.plan(history, age, reported, hotSpots(notable), latest(known)));
        ofSources.ifPresent(planned -> {
            records.addAll(planned.records());
            announcements.addAll(planned.announcements());
        });
        WeeklyDigest.plan(history, alreadyAnnounced).ifPresent(digest -> {
            records.add(digest.record());
            announcements.add(digest);
            ofSources.ifPresent(planned -> announcements.addAll(planned.digestEntries(
                    digest.before().orElseThrow(), digest.record().date())));
        });
        return new AnnouncementPlan(records, announcements);
    }

    private static List<NotableEvent> hotSpots(List<NotableEvent> events) {
        return events.stream().filter(event -> event.topic() == Topic.HOT_PLACE).toList();
    }

    /** The records, with the changes that are planned so far. */
    private Collection<AnnouncementRecord> latest(List<AnnouncementRecord> known) {
        Map<String, AnnouncementRecord> latest = new LinkedHashMap<>();
        known.forEach(record -> latest.put(record.key(), record));
        records.forEach(record -> latest.put(record.key(), record));
        return latest.values();
    }

    /** In the order of the site's features, so that the plan does not depend on the order of the records. */
    private static Map<String, List<NotableEvent>> eventsByGroup(List<NotableEvent> notable) {
        Map<String, List<NotableEvent>> events = new LinkedHashMap<>();
        notable.forEach(event -> events.computeIfAbsent(
                        group(event.subject(), event.topic(), event.place()), _ -> new ArrayList<>())
                .add(event));
        return events;
    }

    private static Map<String, List<AnnouncementRecord>> recordsByGroup(List<AnnouncementRecord> known) {
        Map<String, List<AnnouncementRecord>> before = new LinkedHashMap<>();
        known.stream()
                .filter(record -> !record.topic().isOfSource())
                .forEach(record -> before.computeIfAbsent(
                                group(record.subject(), record.topic(), record.place()), _ -> new ArrayList<>())
                        .add(record));
        return before;
    }

    /** All hot spots are one group, because a better product may change the position and so the name of a source. */
    private static String group(String subject, Topic topic, Optional<UtmPosition> place) {
        return place.isPresent() ? topic.name() : subject + "#" + topic;
    }

    private void addNew(NotableEvent event, RecordMatching matching, List<AnnouncementRecord> known) {
        if (event.topic() == Topic.HOT_PLACE && isOfSource(event, known)) {
            return;
        }
        boolean isAnnounced = isAnnounced(event);
        AnnouncementRecord record = AnnouncementRecord.first(event, matching.freeEpisode(event), isAnnounced);
        records.add(record);
        if (isAnnounced) {
            announcements.add(new Announcement(
                    kind(event), Announcement.Change.NEW, record, Optional.of(event), Optional.empty()));
        }
    }

    /** Whether a source at the place of hot spots is announced instead of them, or was. */
    private boolean isOfSource(NotableEvent hotSpots, List<AnnouncementRecord> known) {
        return isInSource(hotSpots.place(), hotSpots.date(), ReportedSource::isEstablished)
                || known.stream()
                        .anyMatch(record -> record.topic() == Topic.SOURCE
                                && record.valid()
                                && SourcePlanner.isNear(hotSpots, record));
    }

    private boolean isInSource(Optional<UtmPosition> place, LocalDate date, Predicate<ReportedSource> condition) {
        return place.isPresent()
                && sources.stream()
                        .flatMap(reported -> reported.sources().stream())
                        .filter(condition)
                        .anyMatch(reported -> reported.includes(place.get(), date));
    }

    private boolean isAnnounced(NotableEvent event) {
        return age.isAnnounced(event.topic(), event.date());
    }

    private void addKnown(NotableEvent event, AnnouncementRecord record) {
        if (record.valid() && record.date().equals(event.date())) {
            return;
        }
        AnnouncementRecord changed = record.reinstated(event.date(), event.place());
        records.add(changed);
        if (record.announced() && !age.followsFromEdit(event.topic(), event.date())) {
            Announcement.Change change = record.valid() ? Announcement.Change.MOVED : Announcement.Change.REINSTATED;
            announcements.add(new Announcement(
                    revision(record), change, changed, Optional.of(event), Optional.of(record.date())));
        }
    }

    private void addWithdrawn(AnnouncementRecord record) {
        if (!record.valid() || isInSource(record.place(), record.date(), _ -> true)) {
            return;
        }
        AnnouncementRecord withdrawn = record.withdrawn();
        records.add(withdrawn);
        if (record.announced() && !age.followsFromEdit(record.topic(), record.date())) {
            announcements.add(new Announcement(
                    revision(record),
                    Announcement.Change.WITHDRAWN,
                    withdrawn,
                    Optional.empty(),
                    Optional.of(record.date())));
        }
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
            case ON, OFF, LOWER, HIGHER, UNCHANGED, HOT_PLACE, SOURCE, SOURCE_ENDED -> Kind.ACTIVITY;
            case SUSPECT, FALLING, RISING -> Kind.SUSPECT;
            case STALE -> Kind.STALE;
            case DIGEST -> Kind.DIGEST;
        };
    }
}
