package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.site.Role;

/**
 * What is to be told of a history that was not told before: a pure function of both. Said once, a thing is never said
 * again, whichever products, duplicates and late scenes come; what proves wrong is always told, however old. What happened
 * more than {@link #NEWS_DAYS} days ago is no news: it is marked as known, and nobody is told.
 */
public final class Announcements {
    /** Age in days of the oldest acquisition that may still be news. */
    public static final int NEWS_DAYS = 45;

    private final SiteHistory history;
    private final Optional<LastRun> beforeEdit;
    private final List<Marker> markers = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    private Announcements(SiteHistory history, Optional<LastRun> beforeEdit) {
        this.history = history;
        this.beforeEdit = beforeEdit;
    }

    /** What a history has to say, as of its day. */
    public static Due due(SiteHistory history, Collection<Marker> alreadyAnnounced) {
        return new Announcements(history, Optional.empty()).compare(alreadyAnnounced);
    }

    /**
     * The same after the site was edited: what the edit changes of the past is taken as known.
     *
     * @param before the latest run before the edit; what happened later is news as ever
     */
    public static Due dueAfterEdit(SiteHistory history, Collection<Marker> alreadyAnnounced, LastRun before) {
        return new Announcements(history, Optional.of(before)).compare(alreadyAnnounced);
    }

    private Due compare(Collection<Marker> alreadyAnnounced) {
        // Keyed so that what is said comes out in the order of the site, whatever order the markers are in.
        Map<String, List<Occurrence>> now = new LinkedHashMap<>();
        Occurrences.of(history)
                .forEach(o -> now.computeIfAbsent(group(o.subject(), o.topic(), o.place()), _ -> new ArrayList<>())
                        .add(o));
        Map<String, List<Marker>> before = new LinkedHashMap<>();
        alreadyAnnounced.stream()
                .filter(m -> m.topic() != Topic.DIGEST && !m.date().isAfter(history.asOf()))
                .sorted(Matching.IN_ORDER)
                .forEach(m -> before.computeIfAbsent(group(m.subject(), m.topic(), m.place()), _ -> new ArrayList<>())
                        .add(m));
        now.forEach((group, occurrences) -> {
            Matching matching = new Matching(occurrences, before.getOrDefault(group, List.of()), this::isNews);
            occurrences.forEach(o -> matching.markerOf(o).ifPresentOrElse(m -> again(o, m), () -> fresh(o, matching)));
            matching.unmatched().forEach(this::gone);
        });
        before.forEach((group, gone) -> {
            if (!now.containsKey(group)) {
                gone.forEach(this::gone);
            }
        });
        Digest.due(history, alreadyAnnounced).ifPresent(digest -> {
            markers.add(digest.marker());
            news.add(digest);
        });
        return new Due(markers, news);
    }

    /** Places have names of their own that a better product may change, so they are all compared with each other. */
    private static String group(String subject, Topic topic, Optional<Place> place) {
        return place.isPresent() ? topic.name() : subject + "#" + topic;
    }

    private void fresh(Occurrence occurrence, Matching matching) {
        boolean isNews = isNews(occurrence);
        Marker marker = Marker.first(occurrence, matching.freeEpisode(occurrence), isNews);
        markers.add(marker);
        if (isNews) {
            news.add(new News(kind(occurrence), News.Change.NEW, marker, Optional.of(occurrence), Optional.empty()));
        }
    }

    private boolean isNews(Occurrence occurrence) {
        return !occurrence.date().plusDays(NEWS_DAYS).isBefore(history.asOf())
                && !isOfEdit(occurrence.topic(), occurrence.date());
    }

    private void again(Occurrence occurrence, Marker marker) {
        boolean same = marker.stands() && marker.date().equals(occurrence.date());
        if (same) {
            return;
        }
        Marker changed = marker.standing(occurrence.date(), occurrence.place());
        markers.add(changed);
        if (marker.told() && !isOfEdit(occurrence.topic(), occurrence.date())) {
            News.Change change = marker.stands() ? News.Change.MOVED : News.Change.REINSTATED;
            news.add(new News(revision(marker), change, changed, Optional.of(occurrence), Optional.of(marker.date())));
        }
    }

    private void gone(Marker marker) {
        if (!marker.stands()) {
            return;
        }
        Marker withdrawn = marker.withdrawn();
        markers.add(withdrawn);
        if (marker.told() && !isOfEdit(marker.topic(), marker.date())) {
            news.add(new News(
                    revision(marker), News.Change.WITHDRAWN, withdrawn, Optional.empty(), Optional.of(marker.date())));
        }
    }

    /** Of what follows from the date alone, the day of the run tells; of the rest, what was judged. */
    private boolean isOfEdit(Topic topic, LocalDate date) {
        return beforeEdit
                .map(run -> topic == Topic.STALE ? run.asOf() : run.through())
                .filter(known -> !date.isAfter(known))
                .isPresent();
    }

    private Kind revision(Marker marker) {
        return isControl(marker.subject()) ? Kind.OPERATIONS : Kind.REVISION;
    }

    private boolean isControl(String subject) {
        return history.roof(subject)
                .map(RoofHistory::feature)
                .filter(feature -> feature.role() == Role.CONTROL)
                .isPresent();
    }

    private Kind kind(Occurrence occurrence) {
        if (isControl(occurrence.subject())) {
            return Kind.OPERATIONS;
        }
        return switch (occurrence.topic()) {
            case ON, OFF, HOT_PLACE -> Kind.ACTIVITY;
            case SUSPECT -> Kind.SUSPECT;
            case STALE -> Kind.STALE;
            case DIGEST -> Kind.DIGEST;
        };
    }
}
