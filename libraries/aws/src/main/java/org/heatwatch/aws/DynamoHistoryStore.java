package org.heatwatch.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.PartKey;

/** The parts of published histories, stored in the ledger's table. */
public final class DynamoHistoryStore implements HistoryStore {
    private static final String BODY = "body";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoHistoryStore(LedgerTable table) {
        this.table = table;
    }

    /**
     * Parts never change, so those that exist are not written again: a failed condition costs less than a large write.
     */
    @Override
    public void put(String siteId, Map<PartKey, byte[]> parts) {
        parts.forEach((part, body) -> {
            boolean _ =
                    table.put(about(siteId), Key.part(siteId, part), Map.of(BODY, Items.bytes(body)), Condition.ABSENT);
        });
    }

    @Override
    public Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
        Map<Key, PartKey> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.put(Key.part(siteId, key), key));
        Map<PartKey, byte[]> parts = new HashMap<>();
        table.find(about(siteId), List.copyOf(wanted.keySet()))
                .forEach((key, item) -> parts.put(Objects.requireNonNull(wanted.get(key)), Items.bytes(item, BODY)));
        return parts;
    }

    private static String about(String siteId) {
        return "history of site " + siteId;
    }
}
