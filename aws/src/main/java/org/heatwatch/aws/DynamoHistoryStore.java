package org.heatwatch.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.PartKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The parts of histories in the ledger's table. */
public final class DynamoHistoryStore implements HistoryStore {
    private static final String BODY = "body";

    /** Of keys in one call. */
    private static final int LARGEST_BATCH = 100;

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
        Map<String, PartKey> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.put(key.text(), key));
        List<String> sorts = List.copyOf(wanted.keySet());
        Map<PartKey, byte[]> parts = new HashMap<>();
        for (int from = 0; from < sorts.size(); from += LARGEST_BATCH) {
            List<String> batch = sorts.subList(from, Math.min(sorts.size(), from + LARGEST_BATCH));
            table.find(LedgerTable.history(siteId), batch, "history of site " + siteId)
                    .forEach((sort, item) ->
                            parts.put(Objects.requireNonNull(wanted.get(sort)), Items.bytes(item, BODY)));
        }
        return parts;
    }
}
