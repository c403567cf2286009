package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.history.SiteHistory;

/** Runs one after the other, each with what the runs before it remembered. */
final class Watch {
    private final Map<String, Marker> markers = new LinkedHashMap<>();

    /** What a run says; weekly digests apart. */
    List<News> run(SiteHistory history) {
        return remember(Announcements.due(history, markers.values()));
    }

    List<News> runAfterEdit(SiteHistory history, String knownThrough) {
        LocalDate known = LocalDate.parse(knownThrough);
        return remember(Announcements.dueAfterEdit(history, markers.values(), new LastRun(1, known, known, "before")));
    }

    private List<News> remember(Due due) {
        due.markers().forEach(m -> markers.put(m.key(), m));
        return due.news().stream().filter(n -> n.kind() != Kind.DIGEST).toList();
    }

    List<Marker> markers() {
        return List.copyOf(markers.values());
    }

    /** For example {@code factory-1 ON NEW 2025-10-19}. */
    static String line(News news) {
        return "%s %s %s %s"
                        .formatted(
                                news.marker().subject(),
                                news.marker().topic(),
                                news.change(),
                                news.marker().date())
                + news.before()
                        .filter(before -> !before.equals(news.marker().date()))
                        .map(before -> " before " + before)
                        .orElse("");
    }

    static Optional<News> digest(SiteHistory history, List<Marker> markers) {
        return Announcements.due(history, markers).news().stream()
                .filter(n -> n.kind() == Kind.DIGEST)
                .findFirst();
    }
}
