package org.heatwatch.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NotificationTimes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The time of the latest notification for each site, stored in the ledger's table. */
public final class DynamoNotificationTimes implements NotificationTimes {
    private static final String AT = "at";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoNotificationTimes(LedgerTable table) {
        this.table = table;
    }

    @Override
    public void record(String siteId, Instant at) {
        AttributeValue time = Items.number(at.toEpochMilli());
        Condition isLater =
                new Condition("attribute_not_exists(pk) OR #at < :at", Map.of("#at", AT), Map.of(":at", time));
        boolean _ = table.put(about(siteId), Key.lastNotification(siteId), Map.of(AT, time), isLater);
    }

    @Override
    public Optional<Instant> lastNotification(String siteId) {
        return table.find(
                about(siteId),
                Key.lastNotification(siteId),
                item -> Instant.ofEpochMilli(
                        Long.parseLong(Items.value(item, AT).n())));
    }

    private static String about(String siteId) {
        return "time of the latest notification for site " + siteId;
    }
}
