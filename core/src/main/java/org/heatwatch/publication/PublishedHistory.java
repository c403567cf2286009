package org.heatwatch.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Reads what a manifest names. */
public final class PublishedHistory {
    private final HistoryStore store;
    private final Manifest manifest;

    public PublishedHistory(HistoryStore store, Manifest manifest) {
        this.store = store;
        this.manifest = manifest;
    }

    /** All looks of a facility in their order; none if it has none. */
    public List<Observation> observations(String facilityId) {
        return rows(key -> key.of().equals(PartKey.facility(facilityId)), Observation[].class);
    }

    /** All passes in their order. */
    public List<PassReport> passes() {
        return rows(key -> key.of().equals(PartKey.PASSES), PassReport[].class);
    }

    private <T> List<T> rows(Predicate<PartKey> wanted, Class<T[]> type) {
        List<PartKey> keys = manifest.parts().stream().filter(wanted).toList();
        Map<PartKey, byte[]> parts = store.get(manifest.siteId(), keys);
        List<T> rows = new ArrayList<>();
        for (PartKey key : keys) {
            byte[] bytes = Objects.requireNonNull(parts.get(key), () -> "part " + key.text() + " is not in the store");
            rows.addAll(List.of(PackedJson.unpack(bytes, type)));
        }
        return List.copyOf(rows);
    }
}
