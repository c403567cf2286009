package org.heatwatch.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads parts of histories. Since a part never changes, what was read may be kept.
 *
 * <p>Throws what its {@link HistoryStore} throws.
 */
@FunctionalInterface
public interface PartReader {

    /** The parts of these keys, in the order of the keys; each of them is there. */
    <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type);

    /** Reads from a store each time. */
    static PartReader of(HistoryStore store) {
        return new PartReader() {
            @Override
            public <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type) {
                Map<PartKey, byte[]> parts = store.get(siteId, keys);
                return keys.stream()
                        .map(key -> PackedJson.unpack(
                                Objects.requireNonNull(
                                        parts.get(key), () -> "part " + key.text() + " is not in the store"),
                                type))
                        .toList();
            }
        };
    }
}
