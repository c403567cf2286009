package org.heatwatch.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NoticeTimes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When the archive was last heard of, in the ledger's table. */
public final class DynamoNoticeTimes implements NoticeTimes {
    private static final String AT = "at";

    private final LedgerTable table;

    public DynamoNoticeTimes(LedgerTable table) {
        this.table = table;
    }

    @Override
    public void heard(String siteId, Instant at) {
        AttributeValue moment = Items.number(at.toEpochMilli());
        Condition isLater =
                new Condition("attribute_not_exists(pk) OR #at < :at", Map.of("#at", AT), Map.of(":at", moment));
        boolean _ = table.put(about(siteId), Key.lastHeard(siteId), Map.of(AT, moment), isLater);
    }

    @Override
    public Optional<Instant> lastHeard(String siteId) {
        return table.find(
                about(siteId),
                Key.lastHeard(siteId),
                item -> Instant.ofEpochMilli(
                        Long.parseLong(Items.value(item, AT).n())));
    }

    private static String about(String siteId) {
        return "latest notice of site " + siteId;
    }
}
