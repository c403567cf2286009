package org.heatwatch.publication;

import java.util.Collection;
import java.util.List;

/**
 * Reads parts of published histories. Parts are immutable, so implementations may cache them.
 *
 * <p>Throws the exceptions of its {@link HistoryStore}.
 */
@FunctionalInterface
public interface PartReader {

    /** Reads parts in the order of the keys; all of them must exist. */
    <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type);

    /** A reader without a cache. */
    static PartReader of(HistoryStore store) {
        return new PartReader() {
            @Override
            public <T> List<T> read(String siteId, Collection<PartKey> keys, Class<T> type) {
                return PackedJson.unpack(store.get(siteId, keys), keys, type);
            }
        };
    }
}
