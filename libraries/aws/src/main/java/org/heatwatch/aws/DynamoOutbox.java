package org.heatwatch.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.announce.AnnouncementRecord;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.SentMail;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PackedJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The outbox, stored in the ledger's table. The insertion of a mail invokes the alert function through the table's
 * stream.
 */
public final class DynamoOutbox implements Outbox {
    /** DynamoDB writes at most this many items in a transaction. */
    private static final int MAX_TRANSACTION_SIZE = 100;

    private static final String MANIFEST = "manifest";
    private static final String DELIVERED_AT = "deliveredAt";
    private static final String CLAIMED_AT = "claimedAt";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoOutbox(LedgerTable table) {
        this.table = table;
    }

    @Override
    public List<AnnouncementRecord> announcementRecords(String siteId) {
        return table.all(
                "announcements of site " + siteId,
                Key.announcements(siteId),
                item -> Items.read(item, AnnouncementRecord.class));
    }

    @Override
    public Optional<ScoringRun> lastRun(String siteId) {
        return table.find(
                "latest run of site " + siteId, Key.latestRun(siteId), item -> Items.read(item, ScoringRun.class));
    }

    /** Stores the run last: until then, changes caused by an edit of the site are still recognised as such. */
    @Override
    public void announce(
            String siteId,
            Optional<ScoringRun> before,
            ScoringRun run,
            Manifest manifest,
            List<AnnouncementRecord> announcements,
            List<Mail> mails) {
        List<TransactWriteItem> writes = new ArrayList<>();
        mails.stream().filter(this::isNew).forEach(mail -> {
            writes.add(table.toPut(Key.mail(mail), Items.write(mail), Condition.ABSENT));
            writes.add(table.toPut(Key.undelivered(mail), Map.of()));
        });
        Map<Boolean, List<AnnouncementRecord>> byAnnounced =
                announcements.stream().collect(Collectors.partitioningBy(AnnouncementRecord::announced));
        byAnnounced.getOrDefault(true, List.of()).forEach(announcement -> writes.add(put(siteId, announcement)));
        byAnnounced.getOrDefault(false, List.of()).forEach(announcement -> writes.add(put(siteId, announcement)));
        writes.add(put(siteId, before, run, manifest));
        for (int from = 0; from < writes.size(); from += MAX_TRANSACTION_SIZE) {
            write(siteId, writes.subList(from, Math.min(writes.size(), from + MAX_TRANSACTION_SIZE)));
        }
    }

    private void write(String siteId, List<TransactWriteItem> writes) {
        String subject = "announcements of site " + siteId;
        if (!table.write(subject, writes)) {
            throw new LedgerConflict(subject, "another run changed them", "read the announcements again and retry");
        }
    }

    private boolean isNew(Mail mail) {
        return table.find(about(mail.siteId()), Key.mail(mail), item -> item).isEmpty();
    }

    private TransactWriteItem put(String siteId, AnnouncementRecord announcement) {
        return table.toPut(
                Key.announcement(siteId, announcement),
                Items.write(announcement),
                announcement.revision() == 0
                        ? Condition.ABSENT
                        : Condition.is("revision", Items.number(announcement.revision() - 1)));
    }

    private TransactWriteItem put(String siteId, Optional<ScoringRun> before, ScoringRun run, Manifest manifest) {
        Map<String, AttributeValue> attributes = Items.write(run);
        attributes.put(MANIFEST, Items.bytes(PackedJson.pack(manifest)));
        return table.toPut(
                Key.latestRun(siteId),
                attributes,
                before.map(last -> Condition.is("run", Items.text(last.run()))).orElse(Condition.ABSENT));
    }

    /** Also empty for runs of versions that did not publish histories. */
    @Override
    public Optional<Manifest> manifest(String siteId) {
        return table.find(
                        "latest run of site " + siteId,
                        Key.latestRun(siteId),
                        item -> Optional.ofNullable(item.get(MANIFEST)))
                .flatMap(manifest ->
                        manifest.map(packed -> PackedJson.unpack(packed.b().asByteArray(), Manifest.class)));
    }

    @Override
    public List<SentMail> mails(String siteId) {
        return table.all("mails of site " + siteId, Key.mails(siteId), DynamoOutbox::sent).stream()
                .sorted(Comparator.comparing(SentMail::mail, Mail.IN_ORDER))
                .toList();
    }

    @Override
    public Optional<SentMail> mail(String siteId, Kind kind, String run) {
        return table.find(about(siteId), Key.mail(siteId, kind, run), DynamoOutbox::sent);
    }

    private static SentMail sent(Map<String, AttributeValue> item) {
        return new SentMail(
                Items.read(item, Mail.class),
                Optional.ofNullable(item.get(DELIVERED_AT)).map(at -> Instant.parse(at.s())));
    }

    private static String about(String siteId) {
        return "mail of site " + siteId;
    }

    @Override
    public List<Mail> undelivered(String siteId) {
        Key mails = Key.mails(siteId);
        return table
                .all(
                        "undelivered mails of site " + siteId,
                        Key.undelivered(siteId),
                        item -> new Key(mails.partition(), Items.text(item, Key.SORT)))
                .stream()
                .flatMap(key -> table.find(about(siteId), key, DynamoOutbox::sent).stream())
                .map(SentMail::mail)
                .sorted(Mail.IN_ORDER)
                .toList();
    }

    @Override
    public boolean claim(Mail mail, Instant at) {
        return update(
                mail,
                "SET #claimed = :at",
                "attribute_exists(pk) AND attribute_not_exists(#delivered)"
                        + " AND (attribute_not_exists(#claimed) OR #claimed <= :free)",
                Map.of("#delivered", DELIVERED_AT, "#claimed", CLAIMED_AT),
                Map.of(
                        ":at",
                        Items.text(at.toString()),
                        ":free",
                        Items.text(at.minus(CLAIM).toString())));
    }

    @Override
    public void release(Mail mail) {
        boolean _ = update(mail, "REMOVE #claimed", "attribute_exists(pk)", Map.of("#claimed", CLAIMED_AT), null);
    }

    /** Deletes the entry in the list of undelivered mails last; if that fails, the next delivery attempt deletes it. */
    @Override
    public void delivered(Mail mail, Instant at) {
        boolean _ = update(
                mail,
                "SET #delivered = :at",
                "attribute_exists(pk) AND attribute_not_exists(#delivered)",
                Map.of("#delivered", DELIVERED_AT),
                Map.of(":at", Items.text(at.toString())));
        table.delete(about(mail.siteId()), Key.undelivered(mail));
    }

    private boolean update(
            Mail mail,
            String change,
            String condition,
            Map<String, String> names,
            @Nullable Map<String, AttributeValue> values) {
        return table.update(about(mail.siteId()), Key.mail(mail), change, new Condition(condition, names, values));
    }
}
