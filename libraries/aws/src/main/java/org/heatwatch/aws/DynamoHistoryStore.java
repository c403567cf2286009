package org.heatwatch.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.PartKey;

/** The parts of published histories, stored in the ledger's table. */
public final class DynamoHistoryStore implements HistoryStore {
    private static final String BODY = "body";
    /** Time at which a run of the removal found that the manifest did not name the part; absent otherwise. */
    private static final String UNNAMED_SINCE = "unnamedSince";

    private final LedgerTable table;

    /** Uses the given table. */
    public DynamoHistoryStore(LedgerTable table) {
        this.table = table;
    }

    /**
     * Parts never change, so those that exist are not written again: a failed condition costs less than a large write.
     * A part that is to be removed is written again, which ends that.
     */
    @Override
    public void put(String siteId, Map<PartKey, byte[]> parts) {
        parts.forEach((part, body) -> {
            boolean _ = table.put(
                    about(siteId),
                    Key.part(siteId, part),
                    Map.of(BODY, Items.bytes(body)),
                    Condition.absentOrWith(UNNAMED_SINCE));
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

    /**
     * A run stores its parts before its manifest names them, so a part is only removed if it was not stored since it
     * was marked: the deletion requires the mark, which {@link #put} removes.
     */
    @Override
    public int removeUnnamed(
            String siteId, Supplier<? extends Collection<PartKey>> named, Instant now, Duration grace) {
        Map<Key, Optional<Instant>> marks = marks(siteId);
        Set<Key> current = keys(siteId, named.get());
        List<Key> marked = new ArrayList<>();
        int removed = 0;
        for (Map.Entry<Key, Optional<Instant>> part : marks.entrySet()) {
            Key key = part.getKey();
            Optional<Instant> mark = part.getValue();
            if (current.contains(key)) {
                mark.ifPresent(since -> unmark(siteId, key, since));
            } else if (mark.isEmpty()) {
                mark(siteId, key, now);
                marked.add(key);
            } else if (!mark.get().plus(grace).isAfter(now)
                    && table.deleteIf(about(siteId), key, isMarked(mark.get()))) {
                removed++;
            }
        }
        if (!marked.isEmpty()) {
            // A run may have stored its manifest since the first reading, and its parts before they were marked.
            marked.retainAll(keys(siteId, named.get()));
            marked.forEach(key -> unmark(siteId, key, now));
        }
        return removed;
    }

    private static Set<Key> keys(String siteId, Collection<PartKey> parts) {
        return parts.stream().map(part -> Key.part(siteId, part)).collect(Collectors.toSet());
    }

    private void unmark(String siteId, Key key, Instant since) {
        change(siteId, key, "REMOVE #attribute", isMarked(since));
    }

    private Map<Key, Optional<Instant>> marks(String siteId) {
        Map<Key, Optional<Instant>> marks = new LinkedHashMap<>();
        table.all(about(siteId), Key.parts(siteId), item -> item)
                .forEach(item -> marks.put(
                        Key.of(item),
                        Optional.ofNullable(item.get(UNNAMED_SINCE)).map(mark -> Instant.parse(mark.s()))));
        return marks;
    }

    private void mark(String siteId, Key key, Instant now) {
        Condition unmarked = Condition.presentWithout(UNNAMED_SINCE);
        change(
                siteId,
                key,
                "SET #attribute = :now",
                new Condition(unmarked.expression(), unmarked.names(), Map.of(":now", Items.text(now.toString()))));
    }

    private static Condition isMarked(Instant since) {
        return Condition.is(UNNAMED_SINCE, Items.text(since.toString()));
    }

    /** If the condition fails, a run stored the part meanwhile. */
    private void change(String siteId, Key key, String change, Condition condition) {
        boolean _ = table.update(about(siteId), key, change, condition);
    }

    private static String about(String siteId) {
        return "history of site " + siteId;
    }
}
