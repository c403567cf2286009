package org.heatwatch.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.LastRun;
import org.heatwatch.announce.Mail;
import org.heatwatch.announce.Marker;
import org.heatwatch.announce.Outbox;
import org.heatwatch.announce.SentMail;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.PackedJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The outbox in the ledger's table. New mails are what its stream wakes the sender by. */
public final class DynamoOutbox implements Outbox {
    private static final int LARGEST_TRANSACTION = 100;
    private static final String MANIFEST = "manifest";
    private static final String DELIVERED_AT = "deliveredAt";
    private static final String CLAIMED_AT = "claimedAt";

    private final LedgerTable table;

    public DynamoOutbox(LedgerTable table) {
        this.table = table;
    }

    @Override
    public List<Marker> markers(String siteId) {
        return table.all(
                "announcements of site " + siteId, Key.markers(siteId), item -> Items.read(item, Marker.class));
    }

    @Override
    public Optional<LastRun> lastRun(String siteId) {
        return table.find(
                "latest run of site " + siteId, Key.latestRun(siteId), item -> Items.read(item, LastRun.class));
    }

    /** The run is kept last: a site's edit counts as one until all that it changes is marked. */
    @Override
    public void announce(
            String siteId,
            Optional<LastRun> before,
            LastRun run,
            Manifest manifest,
            List<Marker> markers,
            List<Mail> mails) {
        List<TransactWriteItem> writes = new ArrayList<>();
        mails.stream().filter(this::isNew).forEach(mail -> {
            writes.add(table.toPut(Key.mail(mail), Items.write(mail), Condition.ABSENT));
            writes.add(table.toPut(Key.undelivered(mail), Map.of()));
        });
        Map<Boolean, List<Marker>> byTold = markers.stream().collect(Collectors.partitioningBy(Marker::told));
        byTold.getOrDefault(true, List.of()).forEach(marker -> writes.add(put(siteId, marker)));
        byTold.getOrDefault(false, List.of()).forEach(marker -> writes.add(put(siteId, marker)));
        writes.add(put(siteId, before, run, manifest));
        for (int from = 0; from < writes.size(); from += LARGEST_TRANSACTION) {
            write(siteId, writes.subList(from, Math.min(writes.size(), from + LARGEST_TRANSACTION)));
        }
    }

    private void write(String siteId, List<TransactWriteItem> writes) {
        String subject = "announcements of site " + siteId;
        if (!table.write(subject, writes)) {
            throw new LedgerConflict(subject, "another run changed them", "compare with what was announced once more");
        }
    }

    private boolean isNew(Mail mail) {
        return table.find(about(mail.siteId()), Key.mail(mail), item -> item).isEmpty();
    }

    private TransactWriteItem put(String siteId, Marker marker) {
        return table.toPut(
                Key.marker(siteId, marker),
                Items.write(marker),
                marker.revision() == 0
                        ? Condition.ABSENT
                        : Condition.is("revision", Items.number(marker.revision() - 1)));
    }

    private TransactWriteItem put(String siteId, Optional<LastRun> before, LastRun run, Manifest manifest) {
        Map<String, AttributeValue> attributes = Items.write(run);
        attributes.put(MANIFEST, Items.bytes(PackedJson.pack(manifest)));
        return table.toPut(
                Key.latestRun(siteId),
                attributes,
                before.map(last -> Condition.is("run", Items.text(last.run()))).orElse(Condition.ABSENT));
    }

    /** Empty also for a run of code that published no histories yet. */
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
                "attribute_exists(pk) AND attribute_not_exists(#delivered) AND (attribute_not_exists(#claimed) OR #claimed <= :free)",
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

    /** The key among the undelivered goes last: whoever finds one of a delivered mail removes it. */
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
