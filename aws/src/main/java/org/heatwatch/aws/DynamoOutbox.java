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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The outbox in the ledger's table. New mails are what its stream wakes the sender by. */
public final class DynamoOutbox implements Outbox {
    private static final int LARGEST_TRANSACTION = 100;

    private final DynamoDbClient client;
    private final LedgerTable table;

    /** The client stays the caller's. */
    public DynamoOutbox(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
    }

    @Override
    public List<Marker> markers(String siteId) {
        return DynamoRetries.call(
                "announcements of site " + siteId,
                () -> table.all(LedgerTable.announcement(siteId), "marker#").stream()
                        .map(OutboxItems::marker)
                        .toList());
    }

    @Override
    public Optional<LastRun> lastRun(String siteId) {
        return DynamoRetries.call(
                "latest run of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.LATEST).map(OutboxItems::lastRun));
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
            writes.add(put(mail));
            writes.add(putUndelivered(mail));
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
        boolean written = DynamoRetries.unlessRefused(
                subject, () -> client.transactWriteItems(request -> request.transactItems(writes)));
        if (!written) {
            throw new LedgerConflict(subject, "another run changed them", "compare with what was announced once more");
        }
    }

    private boolean isNew(Mail mail) {
        return DynamoRetries.call(
                "mail of site " + mail.siteId(),
                () -> table.find(LedgerTable.mails(mail.siteId()), LedgerTable.mail(mail))
                        .isEmpty());
    }

    private TransactWriteItem put(Mail mail) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(table.item(
                                LedgerTable.mails(mail.siteId()), LedgerTable.mail(mail), OutboxItems.write(mail)))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem putUndelivered(Mail mail) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(LedgerTable.key(LedgerTable.undelivered(mail.siteId()), LedgerTable.mail(mail))))
                .build();
    }

    private TransactWriteItem put(String siteId, Marker marker) {
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(table.item(
                        LedgerTable.announcement(siteId), LedgerTable.marker(marker), OutboxItems.write(marker)));
        if (marker.revision() == 0) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("#revision = :before")
                    .expressionAttributeNames(Map.of("#revision", OutboxItems.REVISION))
                    .expressionAttributeValues(Map.of(":before", Items.number(marker.revision() - 1)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem put(String siteId, Optional<LastRun> before, LastRun run, Manifest manifest) {
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(table.item(LedgerTable.site(siteId), LedgerTable.LATEST, OutboxItems.write(run, manifest)));
        before.ifPresentOrElse(
                last -> put.conditionExpression("#run = :before")
                        .expressionAttributeNames(Map.of("#run", OutboxItems.RUN))
                        .expressionAttributeValues(Map.of(":before", Items.text(last.run()))),
                () -> put.conditionExpression("attribute_not_exists(pk)"));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    @Override
    public Optional<Manifest> manifest(String siteId) {
        return DynamoRetries.call(
                "latest run of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.LATEST).flatMap(OutboxItems::manifest));
    }

    @Override
    public List<SentMail> mails(String siteId) {
        return DynamoRetries.call(
                "mails of site " + siteId,
                () -> table.all(LedgerTable.mails(siteId)).stream()
                        .map(OutboxItems::mail)
                        .sorted(Comparator.comparing(SentMail::mail, Mail.IN_ORDER))
                        .toList());
    }

    @Override
    public Optional<SentMail> mail(String siteId, Kind kind, String run) {
        return DynamoRetries.call(
                "mail of site " + siteId,
                () -> table.find(LedgerTable.mails(siteId), LedgerTable.mail(kind, run))
                        .map(OutboxItems::mail));
    }

    @Override
    public List<Mail> undelivered(String siteId) {
        List<String> keys = DynamoRetries.call(
                "undelivered mails of site " + siteId,
                () -> table.all(LedgerTable.undelivered(siteId)).stream()
                        .map(item -> Items.text(item, LedgerTable.SORT))
                        .toList());
        return keys.stream()
                .flatMap(key ->
                        DynamoRetries.call("mail of site " + siteId, () -> table.find(LedgerTable.mails(siteId), key))
                                .map(OutboxItems::mail)
                                .stream())
                .map(SentMail::mail)
                .sorted(Mail.IN_ORDER)
                .toList();
    }

    @Override
    public boolean claim(Mail mail, Instant at) {
        return update(
                mail,
                "attribute_exists(pk) AND attribute_not_exists(#delivered) AND (attribute_not_exists(#claimed) OR #claimed <= :free)",
                "SET #claimed = :at",
                Map.of(
                        ":at",
                        Items.text(at.toString()),
                        ":free",
                        Items.text(at.minus(CLAIM).toString())),
                Map.of("#delivered", OutboxItems.DELIVERED_AT, "#claimed", OutboxItems.CLAIMED_AT));
    }

    @Override
    public void release(Mail mail) {
        boolean _ = update(
                mail, "attribute_exists(pk)", "REMOVE #claimed", Map.of(), Map.of("#claimed", OutboxItems.CLAIMED_AT));
    }

    /** The key among the undelivered goes last: whoever finds one of a delivered mail removes it. */
    @Override
    public void delivered(Mail mail, Instant at) {
        boolean _ = update(
                mail,
                "attribute_exists(pk) AND attribute_not_exists(#delivered)",
                "SET #delivered = :at",
                Map.of(":at", Items.text(at.toString())),
                Map.of("#delivered", OutboxItems.DELIVERED_AT));
        boolean _ = DynamoRetries.call("mail of site " + mail.siteId(), () -> {
            client.deleteItem(request -> request.tableName(table.name())
                    .key(LedgerTable.key(LedgerTable.undelivered(mail.siteId()), LedgerTable.mail(mail))));
            return true;
        });
    }

    private boolean update(
            Mail mail, String condition, String change, Map<String, AttributeValue> values, Map<String, String> names) {
        return DynamoRetries.unlessRefused(
                "mail of site " + mail.siteId(),
                () -> client.updateItem(request -> request.tableName(table.name())
                        .key(LedgerTable.key(LedgerTable.mails(mail.siteId()), LedgerTable.mail(mail)))
                        .conditionExpression(condition)
                        .updateExpression(change)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values.isEmpty() ? null : values)));
    }
}
