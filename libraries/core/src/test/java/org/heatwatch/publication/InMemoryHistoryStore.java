package org.heatwatch.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps parts in memory. */
final class InMemoryHistoryStore implements HistoryStore {
    private final Map<String, Map<PartKey, byte[]>> sites = new HashMap<>();

    @Override
    public synchronized void put(String siteId, Map<PartKey, byte[]> parts) {
        Map<PartKey, byte[]> stored = sites.computeIfAbsent(siteId, _ -> new HashMap<>());
        parts.forEach((key, bytes) -> stored.put(key, bytes.clone()));
    }

    @Override
    public synchronized Map<PartKey, byte[]> get(String siteId, Collection<PartKey> keys) {
        return sites.getOrDefault(siteId, Map.of()).entrySet().stream()
                .filter(part -> keys.contains(part.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().clone()));
    }
}
