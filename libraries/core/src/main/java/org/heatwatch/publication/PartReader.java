package org.heatwatch.publication;

import java.util.Collection;
import java.util.List;

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
                return PackedJson.unpack(store.get(siteId, keys), keys, type);
            }
        };
    }
}
