package org.heatwatch.announce;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Plans what to announce of the heat sources of a report. Each source is announced once, whatever moves its position or
 * the dates between which it was warm: its record is found by its id, then by its position within 60 m. A place whose
 * hot spots were announced is not announced again as a source. Sources at the outline of a named facility are recorded
 * only, because the announcement of the facility includes them.
 */
final class SourcePlanner {
    /** Largest distance between positions of one source, in metres. */
    static final double SAME_SOURCE_METRES = 60;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final AnnouncementAge age;
    private final List<Feature> named;
    private final List<ReportedSource> sources;
    private final List<NotableEvent> hotSpots;
    private final List<AnnouncementRecord> before;
    private final SourceMatching matching;
    private final Map<String, AnnouncementRecord> records = new LinkedHashMap<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final Map<String, NotableEvent> events = new HashMap<>();

    private SourcePlanner(
            SiteHistory history,
            AnnouncementAge age,
            ReportedSources reported,
            List<NotableEvent> hotSpots,
            Collection<AnnouncementRecord> before) {
        this.age = age;
        this.named = history.features().stream()
                .map(FeatureHistory::feature)
                .filter(Feature::mayBeNamed)
                .toList();
        this.sources = reported.sources();
        this.hotSpots = hotSpots;
        this.before = before.stream()
                .filter(entry -> entry.topic().isOfPlace())
                .sorted(RecordMatching.IN_ORDER)
                .toList();
        this.matching = new SourceMatching(this.before);
    }

    /**
     * Plans the announcements.
     *
     * @param hotSpots events of hot spots in single passes
     * @param before records of sources and of hot spots, no later than the day of the history
     */
    static SourcePlanner plan(
            SiteHistory history,
            AnnouncementAge age,
            ReportedSources reported,
            List<NotableEvent> hotSpots,
            Collection<AnnouncementRecord> before) {
        SourcePlanner planner = new SourcePlanner(history, age, reported, hotSpots, before);
        planner.compare();
        return planner;
    }

    List<AnnouncementRecord> records() {
        return List.copyOf(records.values());
    }

    /** Starts, then ends, the largest amount first; then what was withdrawn. */
    List<Announcement> announcements() {
        return List.copyOf(announcements);
    }

    private void compare() {
        Map<ReportedSource, AnnouncementRecord> starts = matching.matches(sources, Topic.SOURCE);
        Map<ReportedSource, AnnouncementRecord> ends = matching.matches(sources, Topic.SOURCE_ENDED);
        List<ReportedSource> established = sources.stream()
                .filter(reported -> reported.isEstablished() || starts.containsKey(reported))
                .toList();
        for (ReportedSource reported : established) {
            add(reported.started(), Optional.ofNullable(starts.get(reported)), mayAnnounceStart(reported));
        }
        for (ReportedSource reported : established) {
            reported.ended()
                    .ifPresent(end -> add(
                            end,
                            Optional.ofNullable(ends.get(reported)),
                            mayAnnounceEnd(reported, Optional.ofNullable(starts.get(reported)))));
        }
        for (AnnouncementRecord entry : before) {
            if (entry.valid() && (isGone(entry) || isResumed(entry))) {
                withdraw(entry);
            }
        }
    }

    private void add(NotableEvent event, Optional<AnnouncementRecord> known, boolean mayBeAnnounced) {
        boolean isAnnounced = mayBeAnnounced && age.isAnnounced(event.topic(), event.date());
        Optional<AnnouncementRecord> kept = known.filter(entry -> entry.valid() || entry.announced() || !isAnnounced);
        AnnouncementRecord now = kept.orElseGet(() -> AnnouncementRecord.first(event, freeEpisode(event), isAnnounced));
        events.put(now.key(), event);
        if (kept.isEmpty()) {
            records.put(now.key(), now);
            if (isAnnounced) {
                announce(Announcement.Change.NEW, now, Optional.of(event), Optional.empty());
            }
        } else if (!now.valid() || !now.date().equals(event.date())) {
            // The dates of a source are estimates that change with each pass: another date is no correction.
            AnnouncementRecord changed = now.reinstated(event.date(), event.place());
            records.put(changed.key(), changed);
            boolean isReinstated = !now.valid() && now.announced() && mayBeAnnounced;
            if (isReinstated && !age.followsFromEdit(event.topic(), event.date())) {
                announce(Announcement.Change.REINSTATED, changed, Optional.of(event), Optional.of(now.date()));
            }
        }
    }

    /** The day of the run, by which the digest finds the record, or the next day that is not in use. */
    private LocalDate freeEpisode(NotableEvent event) {
        LocalDate episode = age.asOf();
        while (isInUse(event, episode)) {
            episode = episode.plusDays(1);
        }
        return episode;
    }

    private boolean isInUse(NotableEvent event, LocalDate episode) {
        return before.stream()
                .anyMatch(entry -> entry.subject().equals(event.subject())
                        && entry.topic() == event.topic()
                        && entry.episode().equals(episode));
    }

    private boolean mayAnnounceStart(ReportedSource reported) {
        boolean isKnown = before.stream()
                .filter(entry -> entry.valid() && matching.isOfThisPeriod(reported, entry))
                .anyMatch(entry -> isOfHotSpots(reported, entry)
                        || (entry.topic() == Topic.SOURCE && reported.distance(entry) <= SAME_SOURCE_METRES));
        return !isKnown && !isOfNamed(reported);
    }

    private boolean mayAnnounceEnd(ReportedSource reported, Optional<AnnouncementRecord> start) {
        boolean isStartAnnounced =
                start.filter(entry -> entry.valid() && entry.announced()).isPresent()
                        || before.stream()
                                .anyMatch(entry -> entry.valid() && entry.announced() && isOfHotSpots(reported, entry));
        return isStartAnnounced && !isOfNamed(reported);
    }

    private static boolean isOfHotSpots(ReportedSource reported, AnnouncementRecord entry) {
        return entry.topic() == Topic.HOT_PLACE
                && entry.place()
                        .filter(place -> reported.includes(place, entry.date()))
                        .isPresent();
    }

    private boolean isOfNamed(ReportedSource reported) {
        Point at = GEOMETRY.createPoint(
                new Coordinate(reported.place().east(), reported.place().north()));
        return named.stream()
                .anyMatch(feature -> feature.footprint().utm().distance(at) <= UnlistedHeatSources.OUTLINE_METRES);
    }

    /** Whether neither a source nor hot spots support an announced start. The end of such a source is not judged. */
    private boolean isGone(AnnouncementRecord entry) {
        return entry.topic() == Topic.SOURCE
                && sources.stream().noneMatch(reported -> reported.isSubjectOf(entry))
                && hotSpots.stream().noneMatch(spot -> isNear(spot, entry));
    }

    private boolean isResumed(AnnouncementRecord entry) {
        return entry.topic() == Topic.SOURCE_ENDED
                && sources.stream()
                        .filter(reported -> reported.isSubjectOf(entry) && matching.isOfThisPeriod(reported, entry))
                        .anyMatch(reported -> reported.end().isEmpty());
    }

    /** Whether hot spots are of the place of a record, and within a year of it. */
    static boolean isNear(NotableEvent spot, AnnouncementRecord entry) {
        return spot.place().isPresent()
                && entry.place().isPresent()
                && spot.place().get().distance(entry.place().get()) <= UnlistedHeatSources.SAME_SOURCE_METRES
                && Math.abs(ChronoUnit.DAYS.between(spot.date(), entry.date())) <= UnlistedHeatSources.REMEMBERED_DAYS;
    }

    private void withdraw(AnnouncementRecord entry) {
        AnnouncementRecord withdrawn = entry.withdrawn();
        records.put(withdrawn.key(), withdrawn);
        if (entry.announced() && !age.followsFromEdit(entry.topic(), entry.date())) {
            announce(Announcement.Change.WITHDRAWN, withdrawn, Optional.empty(), Optional.of(entry.date()));
        }
    }

    private void announce(
            Announcement.Change change,
            AnnouncementRecord entry,
            Optional<NotableEvent> event,
            Optional<LocalDate> dateBefore) {
        Kind kind = change == Announcement.Change.NEW ? Kind.ACTIVITY : Kind.REVISION;
        announcements.add(new Announcement(kind, change, entry, event, dateBefore));
    }

    /**
     * Entries of a digest: the sources that were found or ended, and were recorded in a period. Those at the outline of
     * a named facility are omitted.
     */
    List<Announcement> digestEntries(LocalDate from, LocalDate to) {
        List<Announcement> entries = new ArrayList<>();
        for (Topic topic : List.of(Topic.SOURCE, Topic.SOURCE_ENDED)) {
            for (ReportedSource reported : sources) {
                before.stream()
                        .map(entry -> records.getOrDefault(entry.key(), entry))
                        .filter(entry -> entry.topic() == topic && entry.valid() && !isOfNamed(reported))
                        .filter(entry -> isOf(entry, reported)
                                && !entry.episode().isBefore(from)
                                && !entry.episode().isAfter(to))
                        .map(entry -> new Announcement(
                                Kind.DIGEST,
                                Announcement.Change.NEW,
                                entry,
                                Optional.ofNullable(events.get(entry.key())),
                                Optional.empty()))
                        .forEach(entries::add);
            }
        }
        return entries;
    }

    private boolean isOf(AnnouncementRecord entry, ReportedSource reported) {
        return Optional.ofNullable(events.get(entry.key()))
                .filter(event -> event.subject().equals(reported.source().id()))
                .isPresent();
    }
}
