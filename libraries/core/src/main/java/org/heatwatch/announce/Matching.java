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

/** Which marker stands for which occurrence of the same subject and topic: the nearest in time, within an episode. */
final class Matching {
    static final Comparator<Marker> IN_ORDER =
            Comparator.comparing(Marker::date).thenComparing(Marker::episode).thenComparing(Marker::subject);

    private final Map<Occurrence, Marker> matches = new HashMap<>();
    private final List<Marker> left;
    private final List<LocalDate> taken = new ArrayList<>();

    private record Pair(Occurrence occurrence, Marker marker, long days) {}

    /**
     * Both in the order of time.
     *
     * @param isNews whether an occurrence would be told by itself
     */
    Matching(List<Occurrence> occurrences, List<Marker> markers, Predicate<Occurrence> isNews) {
        left = new ArrayList<>(markers);
        markers.forEach(m -> taken.add(m.episode()));
        match(occurrences, (occurrence, marker, days) -> {
            // What was taken back must not keep another day's from being news.
            long most = marker.stands() ? Occurrences.EPISODE_DAYS : marker.told() ? 0 : -1;
            return days <= most;
        });
        // What is no news by itself may still be where a told one moved to, however far.
        match(occurrences, (occurrence, marker, _) -> marker.told() && marker.stands() && !isNews.test(occurrence));
    }

    private interface Rule {
        boolean allows(Occurrence occurrence, Marker marker, long days);
    }

    /** Matches what is left over, the nearest first; of equally near pairs the earlier. */
    private void match(List<Occurrence> occurrences, Rule rule) {
        List<Pair> pairs = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            for (Marker marker : left) {
                long days = Math.abs(ChronoUnit.DAYS.between(occurrence.date(), marker.date()));
                if (rule.allows(occurrence, marker, days) && near(occurrence, marker)) {
                    pairs.add(new Pair(occurrence, marker, days));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::days));
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.occurrence()) && left.remove(pair.marker())) {
                matches.put(pair.occurrence(), pair.marker());
            }
        }
    }

    private static boolean near(Occurrence occurrence, Marker marker) {
        return occurrence.place().isEmpty()
                || occurrence.place().get().distance(marker.place().orElseThrow()) <= HotPlaces.SAME_METRES;
    }

    Optional<Marker> markerOf(Occurrence occurrence) {
        return Optional.ofNullable(matches.get(occurrence));
    }

    List<Marker> unmatched() {
        return List.copyOf(left);
    }

    /** A name for a new episode: its date, or the next day that names no other. */
    LocalDate freeEpisode(Occurrence occurrence) {
        LocalDate episode = occurrence.date();
        while (taken.contains(episode)) {
            episode = episode.plusDays(1);
        }
        taken.add(episode);
        return episode;
    }
}
