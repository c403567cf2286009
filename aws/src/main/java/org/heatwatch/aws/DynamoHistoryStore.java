package org.heatwatch.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.PartKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of histories in the ledger's table. */
public final class DynamoHistoryStore implements HistoryStore {
    private static final String BODY = "body";

    private final DynamoDbClient client;
    private final LedgerTable table;

    /** The client stays the caller's. */
    public DynamoHistoryStore(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
    }

    @Override
    public void put(String siteId, Map<PartKey, byte[]> parts) {
        parts.forEach((key, body) -> put(siteId, key, body));
    }

    /** What is there stays: a refused write is cheaper than a large one. */
    private void put(String siteId, PartKey key, byte[] body) {
        boolean _ = DynamoRetries.unlessRefused(
                "history of site " + siteId,
                () -> client.putItem(request -> request.tableName(table.name())
                        .item(table.item(LedgerTable.history(siteId), key.text(), Map.of(BODY, Items.bytes(body))))
                        .conditionExpression("attribute_not_exists(pk)")));
    }

    @Override
    public Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
        Map<PartKey, byte[]> parts = new HashMap<>();
        for (PartKey key : keys) {
            Optional<Map<String, AttributeValue>> item = DynamoRetries.call(
                    "history of site " + siteId, () -> table.find(LedgerTable.history(siteId), key.text()));
            item.ifPresent(found -> parts.put(key, Items.bytes(found, BODY)));
        }
        return parts;
    }
}
