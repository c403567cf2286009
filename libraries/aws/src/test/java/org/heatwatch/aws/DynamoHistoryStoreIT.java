package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
