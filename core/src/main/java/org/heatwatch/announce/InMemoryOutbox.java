package org.heatwatch.announce;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.errors.LedgerConflict;

/** An outbox that lasts as long as the process. */
final class InMemoryOutbox implements Outbox {
    private static final class Shelf {
        private final Map<String, Marker> markers = new TreeMap<>();
        private final Map<String, SentMail> mails = new TreeMap<>();
        private Optional<LastRun> lastRun = Optional.empty();
    }

    private final Map<String, Shelf> shelves = new HashMap<>();

    private Shelf shelf(String siteId) {
        return shelves.computeIfAbsent(siteId, _ -> new Shelf());
    }

    private static String key(Mail mail) {
        return mail.kind() + "#" + mail.run();
    }

    @Override
    public synchronized List<Marker> markers(String siteId) {
        return List.copyOf(shelf(siteId).markers.values());
    }

    @Override
    public synchronized Optional<LastRun> lastRun(String siteId) {
        return shelf(siteId).lastRun;
    }

    @Override
    public synchronized void announce(
            String siteId, Optional<LastRun> before, LastRun run, List<Marker> markers, List<Mail> mails) {
        Shelf shelf = shelf(siteId);
        if (!shelf.lastRun.equals(before)) {
            throw conflict("latest run of site " + siteId);
        }
        for (Marker marker : markers) {
            Marker held = shelf.markers.get(marker.key());
            int expected = held == null ? 0 : held.revision() + 1;
            if (marker.revision() != expected) {
                throw conflict("announcement " + marker.key() + " of site " + siteId);
            }
        }
        markers.forEach(marker -> shelf.markers.put(marker.key(), marker));
        mails.forEach(mail -> shelf.mails.putIfAbsent(key(mail), new SentMail(mail, Optional.empty())));
        shelf.lastRun = Optional.of(run);
    }

    private static LedgerConflict conflict(String subject) {
        return new LedgerConflict(subject, "another run changed it", "compare with what was announced once more");
    }

    @Override
    public synchronized List<SentMail> mails(String siteId) {
        return shelf(siteId).mails.values().stream()
                .sorted(Comparator.comparing(SentMail::mail, Mail.IN_ORDER))
                .toList();
    }

    @Override
    public synchronized void delivered(Mail mail, Instant at) {
        shelf(mail.siteId())
                .mails
                .computeIfPresent(
                        key(mail),
                        (_, sent) -> sent.deliveredAt().isPresent() ? sent : new SentMail(mail, Optional.of(at)));
    }
}
