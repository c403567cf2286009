package org.heatwatch.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.PartKey;

/** The parts of histories in the ledger's table. */
public final class DynamoHistoryStore implements HistoryStore {
    private static final String BODY = "body";

    /** Of keys in one call. */
    private static final int LARGEST_BATCH = 100;

    private final LedgerTable table;

    public DynamoHistoryStore(LedgerTable table) {
        this.table = table;
    }

    /** What is there stays: a refused write is cheaper than a large one. */
    @Override
    public void put(String siteId, Map<PartKey, byte[]> parts) {
        parts.forEach((part, body) -> {
            boolean _ =
                    table.put(about(siteId), Key.part(siteId, part), Map.of(BODY, Items.bytes(body)), Condition.ABSENT);
        });
    }

    @Override
    public Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
        Map<String, PartKey> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.put(key.text(), key));
        List<Key> all =
                wanted.values().stream().map(part -> Key.part(siteId, part)).toList();
        Map<PartKey, byte[]> parts = new HashMap<>();
        for (int from = 0; from < all.size(); from += LARGEST_BATCH) {
            table.find(about(siteId), all.subList(from, Math.min(all.size(), from + LARGEST_BATCH)))
                    .forEach((sort, item) ->
                            parts.put(Objects.requireNonNull(wanted.get(sort)), Items.bytes(item, BODY)));
        }
        return parts;
    }

    private static String about(String siteId) {
        return "history of site " + siteId;
    }
}
