package org.heatwatch.announce;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Assigns records to the events of the same subject and topic: each event gets the record that is nearest in time,
 * within the length of an episode.
 */
final class RecordMatching {
    static final Comparator<AnnouncementRecord> IN_ORDER = Comparator.comparing(AnnouncementRecord::date)
            .thenComparing(AnnouncementRecord::episode)
            .thenComparing(AnnouncementRecord::subject);

    private final Map<NotableEvent, AnnouncementRecord> matches = new HashMap<>();
    private final List<AnnouncementRecord> unmatched;
    private final List<LocalDate> episodes = new ArrayList<>();

    private record Pair(NotableEvent event, AnnouncementRecord record, long days) {}

    private interface Rule {
        boolean allows(NotableEvent event, AnnouncementRecord record, long days);
    }

    private RecordMatching(List<AnnouncementRecord> records) {
        unmatched = new ArrayList<>(records);
        records.forEach(record -> episodes.add(record.episode()));
    }

    /**
     * Matches events and records, both in the order of time.
     *
     * @param isAnnounced whether an event without a record is announced
     */
    static RecordMatching of(
            List<NotableEvent> events, List<AnnouncementRecord> records, Predicate<NotableEvent> isAnnounced) {
        RecordMatching matching = new RecordMatching(records);
        // A withdrawn record matches its own date only, so that it does not suppress the event of another day.
        matching.match(events, (_, record, days) -> days <= largestDistance(record));
        // An event too old to be announced may still be the new date of an announced one, at any distance.
        matching.match(events, (event, record, _) -> record.announced() && record.valid() && !isAnnounced.test(event));
        return matching;
    }

    private static long largestDistance(AnnouncementRecord record) {
        if (record.valid()) {
            return NotableEvents.EPISODE_DAYS;
        }
        return record.announced() ? 0 : -1;
    }

    /** Matches the events and records without a partner, the nearest pairs first; of equally near pairs the earlier. */
    private void match(List<NotableEvent> events, Rule rule) {
        List<Pair> pairs = new ArrayList<>();
        for (NotableEvent event : events) {
            for (AnnouncementRecord record : unmatched) {
                long days = Math.abs(ChronoUnit.DAYS.between(event.date(), record.date()));
                if (rule.allows(event, record, days) && isSamePlace(event, record)) {
                    pairs.add(new Pair(event, record, days));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::days));
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.event()) && unmatched.remove(pair.record())) {
                matches.put(pair.event(), pair.record());
            }
        }
    }

    private static boolean isSamePlace(NotableEvent event, AnnouncementRecord record) {
        return event.place().isEmpty()
                || event.place().get().distance(record.place().orElseThrow()) <= UnlistedHeatSources.SAME_SOURCE_METRES;
    }

    Optional<AnnouncementRecord> recordOf(NotableEvent event) {
        return Optional.ofNullable(matches.get(event));
    }

    List<AnnouncementRecord> unmatched() {
        return List.copyOf(unmatched);
    }

    /** A date that names a new episode: that of the event, or the next one that is not in use. */
    LocalDate freeEpisode(NotableEvent event) {
        LocalDate episode = event.date();
        while (episodes.contains(episode)) {
            episode = episode.plusDays(1);
        }
        episodes.add(episode);
        return episode;
    }
}
