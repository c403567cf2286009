package org.heatwatch.announce;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.publication.Manifest;

/** An outbox that lasts as long as the process. */
final class InMemoryOutbox implements Outbox {
    private static final class Shelf {
        private final Map<String, Marker> markers = new TreeMap<>();
        private final Map<String, SentMail> mails = new TreeMap<>();
        private final Map<String, Instant> claims = new HashMap<>();
        private Optional<LastRun> lastRun = Optional.empty();
        private Optional<Manifest> manifest = Optional.empty();
    }

    private final Map<String, Shelf> shelves = new HashMap<>();

    private Shelf shelf(String siteId) {
        return shelves.computeIfAbsent(siteId, _ -> new Shelf());
    }

    private static String key(Mail mail) {
        return key(mail.kind(), mail.run());
    }

    private static String key(Kind kind, String run) {
        return kind + "#" + run;
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
            String siteId,
            Optional<LastRun> before,
            LastRun run,
            Manifest manifest,
            List<Marker> markers,
            List<Mail> mails) {
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
        shelf.manifest = Optional.of(manifest);
    }

    @Override
    public synchronized Optional<Manifest> manifest(String siteId) {
        return shelf(siteId).manifest;
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
    public synchronized Optional<SentMail> mail(String siteId, Kind kind, String run) {
        return Optional.ofNullable(shelf(siteId).mails.get(key(kind, run)));
    }

    @Override
    public synchronized List<Mail> undelivered(String siteId) {
        return mails(siteId).stream()
                .filter(sent -> sent.deliveredAt().isEmpty())
                .map(SentMail::mail)
                .toList();
    }

    @Override
    public synchronized boolean claim(Mail mail, Instant at) {
        Shelf shelf = shelf(mail.siteId());
        SentMail sent = shelf.mails.get(key(mail));
        Instant claimed = shelf.claims.getOrDefault(key(mail), Instant.MIN);
        if (sent == null || sent.deliveredAt().isPresent() || claimed.isAfter(at.minus(CLAIM))) {
            return false;
        }
        shelf.claims.put(key(mail), at);
        return true;
    }

    @Override
    public synchronized void release(Mail mail) {
        shelf(mail.siteId()).claims.remove(key(mail));
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
