package org.heatwatch.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.publication.Manifest;

/** An outbox in memory. */
final class InMemoryOutbox implements Outbox {
    private static final class SiteEntries {
        private final Map<String, AnnouncementRecord> records = new TreeMap<>();
        private final Map<String, SentMail> mails = new TreeMap<>();
        private final Map<String, Instant> claims = new HashMap<>();
        private Optional<ScoringRun> lastRun = Optional.empty();
        private Optional<Manifest> manifest = Optional.empty();
    }

    private final Map<String, SiteEntries> entriesBySite = new HashMap<>();

    private SiteEntries entries(String siteId) {
        return entriesBySite.computeIfAbsent(siteId, _ -> new SiteEntries());
    }

    private static String key(Mail mail) {
        return key(mail.kind(), mail.run());
    }

    private static String key(Kind kind, String run) {
        return kind + "#" + run;
    }

    @Override
    public synchronized List<AnnouncementRecord> announcementRecords(String siteId) {
        return List.copyOf(entries(siteId).records.values());
    }

    @Override
    public synchronized Optional<ScoringRun> lastRun(String siteId) {
        return entries(siteId).lastRun;
    }

    @Override
    public synchronized void announce(
            String siteId,
            Optional<ScoringRun> before,
            ScoringRun run,
            Manifest manifest,
            List<AnnouncementRecord> records,
            List<Mail> mails) {
        SiteEntries entries = entries(siteId);
        if (!entries.lastRun.equals(before)) {
            throw conflict("latest run of site " + siteId);
        }
        for (AnnouncementRecord record : records) {
            AnnouncementRecord held = entries.records.get(record.key());
            int expected = held == null ? 0 : held.revision() + 1;
            if (record.revision() != expected) {
                throw conflict("announcement " + record.key() + " of site " + siteId);
            }
        }
        records.forEach(record -> entries.records.put(record.key(), record));
        mails.forEach(mail -> entries.mails.putIfAbsent(key(mail), new SentMail(mail, Optional.empty())));
        entries.lastRun = Optional.of(run);
        entries.manifest = Optional.of(manifest);
    }

    @Override
    public synchronized Optional<Manifest> manifest(String siteId) {
        return entries(siteId).manifest;
    }

    private static LedgerConflict conflict(String subject) {
        return new LedgerConflict(subject, "another run changed it", "compare with what was announced once more");
    }

    @Override
    public synchronized List<SentMail> mails(String siteId) {
        return entries(siteId).mails.values().stream()
                .sorted(Comparator.comparing(SentMail::mail, Mail.IN_ORDER))
                .toList();
    }

    @Override
    public synchronized Optional<SentMail> mail(String siteId, Kind kind, String run) {
        return Optional.ofNullable(entries(siteId).mails.get(key(kind, run)));
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
        SiteEntries entries = entries(mail.siteId());
        SentMail sent = entries.mails.get(key(mail));
        Instant claimed = entries.claims.getOrDefault(key(mail), Instant.MIN);
        if (sent == null || sent.deliveredAt().isPresent() || claimed.isAfter(at.minus(CLAIM))) {
            return false;
        }
        entries.claims.put(key(mail), at);
        return true;
    }

    @Override
    public synchronized void release(Mail mail) {
        entries(mail.siteId()).claims.remove(key(mail));
    }

    @Override
    public synchronized void delivered(Mail mail, Instant at) {
        entries(mail.siteId())
                .mails
                .computeIfPresent(
                        key(mail),
                        (_, sent) -> sent.deliveredAt().isPresent() ? sent : new SentMail(mail, Optional.of(at)));
    }
}
