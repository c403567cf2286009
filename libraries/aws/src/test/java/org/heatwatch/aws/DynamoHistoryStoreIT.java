package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.heatwatch.publication.PartKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DynamoHistoryStoreIT {
    /** Exceeds the limits of a batch read in DynamoDB, 16 MB and 100 keys. */
    private static final int PARTS = 130;

    private static final int BYTES = 200_000;

    private static LocalDynamo dynamo;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamo.close();
    }

    private static final Instant DAY = Instant.parse("2025-11-04T06:00:00Z");
    private static final Duration GRACE = Duration.ofDays(7);
    private static final PartKey OLD = new PartKey("passes", 2025, "old");
    private static final PartKey NEW = new PartKey("passes", 2025, "new");

    private static Instant day(int number) {
        return DAY.plus(Duration.ofDays(number));
    }

    @Test
    void aPartIsRemovedOnceNoManifestHasNamedItForTheGracePeriodAndReadersFindItUntilThen() {
        DynamoHistoryStore store = new DynamoHistoryStore(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
        store.put("here", Map.of(OLD, new byte[] {1}, NEW, new byte[] {2}));
        List<PartKey> named = List.of(NEW);
        assertThat(store.removeUnnamed("here", () -> named, day(0), GRACE)).isZero();
        assertThat(store.removeUnnamed("here", () -> named, day(6), GRACE)).isZero();
        assertThat(store.get("here", List.of(OLD, NEW)))
                .as("a reader of the earlier manifest")
                .hasSize(2);
        assertThat(store.removeUnnamed("here", () -> named, day(7), GRACE)).isEqualTo(1);
        assertThat(store.get("here", List.of(OLD, NEW))).containsOnlyKeys(NEW);
        assertThat(store.removeUnnamed("here", () -> named, day(30), GRACE)).isZero();
    }

    @Test
    void aPartThatARunStoresAgainIsKept() {
        DynamoHistoryStore store = new DynamoHistoryStore(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
        store.put("here", Map.of(OLD, new byte[] {1}));
        store.removeUnnamed("here", List::of, day(0), GRACE);
        store.removeUnnamed(
                "here",
                () -> {
                    // Between the listing and the removal, a run stores the part; its manifest follows.
                    store.put("here", Map.of(OLD, new byte[] {1}));
                    return List.of();
                },
                day(8),
                GRACE);
        assertThat(store.get("here", List.of(OLD))).hasSize(1);
        assertThat(store.removeUnnamed("here", () -> List.of(OLD), day(9), GRACE))
                .isZero();
        assertThat(store.removeUnnamed("here", List::of, day(10), GRACE)).isZero();
        assertThat(store.get("here", List.of(OLD)))
                .as("its grace period begins anew")
                .hasSize(1);
    }

    @Test
    void aPartThatAManifestNamesWhileItIsMarkedLosesItsMark() {
        DynamoHistoryStore store = new DynamoHistoryStore(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
        store.put("here", Map.of(OLD, new byte[] {1}));
        AtomicInteger readings = new AtomicInteger();
        store.removeUnnamed("here", () -> readings.getAndIncrement() == 0 ? List.of() : List.of(OLD), day(0), GRACE);
        assertThat(readings).hasValue(2);
        assertThat(store.removeUnnamed("here", List::of, day(8), GRACE)).isZero();
        assertThat(store.get("here", List.of(OLD)))
                .as("its grace period begins now")
                .hasSize(1);
    }

    @Test
    void aReaderNeverMissesAPartOfTheManifestThatItReadWhileRunsAndRemovalsGoOn() throws Exception {
        DynamoHistoryStore store = new DynamoHistoryStore(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
        AtomicReference<PartKey> manifest = new AtomicReference<>(OLD);
        store.put("here", Map.of(OLD, new byte[] {1}));
        AtomicInteger clock = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> runs = threads.submit(() -> {
                for (int run = 0; run < 300; run++) {
                    PartKey next = new PartKey("passes", 2025, "digest" + run % 12);
                    store.put("here", Map.of(next, new byte[] {1}));
                    manifest.set(next);
                }
            });
            // A removal takes a day of this clock, and the time between a run's parts and its manifest much less.
            Future<?> removals = threads.submit(() -> {
                while (!runs.isDone()) {
                    store.removeUnnamed("here", () -> List.of(manifest.get()), day(clock.incrementAndGet()), GRACE);
                }
            });
            Future<Integer> reads = threads.submit(() -> {
                int missed = 0;
                while (!runs.isDone()) {
                    PartKey named = manifest.get();
                    boolean isMissing = store.get("here", List.of(named)).isEmpty();
                    missed += isMissing && manifest.get().equals(named) ? 1 : 0;
                }
                return missed;
            });
            runs.get();
            removals.get();
            assertThat(reads.get()).isZero();
        }
        assertThat(store.get("here", List.of(manifest.get()))).hasSize(1);
    }

    @Test
    void moreThanFitsIntoOneResponseIsReadCompletely() {
        DynamoHistoryStore store = new DynamoHistoryStore(new LedgerTable(dynamo.client(), dynamo.emptyTable()));
        Map<PartKey, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < PARTS; i++) {
            byte[] body = new byte[BYTES];
            body[0] = (byte) i;
            parts.put(new PartKey("map#" + i, 2025, "digest"), body);
        }
        store.put("here", parts);
        List<PartKey> keys = new ArrayList<>(parts.keySet());
        PartKey missing = new PartKey("map#none", 2025, "digest");
        keys.add(missing);
        keys.add(keys.getFirst());
        Map<PartKey, byte[]> read = store.get("here", keys);
        assertThat(read).hasSize(PARTS).doesNotContainKey(missing);
        parts.forEach((key, body) -> assertThat(read.get(key)).isEqualTo(body));
        assertThat(store.get("elsewhere", keys)).isEmpty();
        assertThat(store.get("here", List.of())).isEmpty();
    }
}
