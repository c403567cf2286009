package org.heatwatch.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.intake.NoticeTimes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** When the archive was last heard of, in the ledger's table. */
public final class DynamoNoticeTimes implements NoticeTimes {
    private static final String AT = "at";

    private final DynamoDbClient client;
    private final LedgerTable table;

    /** The client stays the caller's. */
    public DynamoNoticeTimes(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
    }

    @Override
    public void heard(String siteId, Instant at) {
        boolean _ = DynamoRetries.unlessRefused(
                "latest notice of site " + siteId,
                () -> client.putItem(request -> request.tableName(table.name())
                        .item(table.item(
                                LedgerTable.site(siteId),
                                LedgerTable.HEARD,
                                Map.of(AT, Items.number(at.toEpochMilli()))))
                        .conditionExpression("attribute_not_exists(pk) OR #at < :at")
                        .expressionAttributeNames(Map.of("#at", AT))
                        .expressionAttributeValues(Map.of(":at", Items.number(at.toEpochMilli())))));
    }

    @Override
    public Optional<Instant> lastHeard(String siteId) {
        return DynamoRetries.call(
                "latest notice of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.HEARD)
                        .map(item -> Instant.ofEpochMilli(Items.longNumber(item, AT))));
    }
}
