package org.heatwatch.aws;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Samples cut into items, which may have 400 kB each; all but those of the largest sites are one. */
final class SampleParts {
    static final String RANK = "rank";
    private static final String BYTES = "samples";
    private static final int LARGEST_PART = 300_000;

    private SampleParts() {}

    static List<byte[]> cut(SampledScene scene) {
        byte[] packed = scene.samples().map(StoredSamples::packed).orElse(new byte[0]);
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < packed.length; from += LARGEST_PART) {
            parts.add(Arrays.copyOfRange(packed, from, Math.min(packed.length, from + LARGEST_PART)));
        }
        return parts;
    }

    /** Each part says of which reading it is, so that a reader never joins two. */
    static Map<String, AttributeValue> write(SceneRecord scene, byte[] part) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("product", Items.text(scene.product().id()));
        item.put(RANK, Items.text(LedgerTable.rank(scene.rank())));
        item.put(BYTES, Items.bytes(part));
        return item;
    }

    /** The scene with its samples; empty if a part is missing or of another reading. */
    static Optional<SampledScene> join(
            SceneRecord scene, int parts, Map<String, Map<String, AttributeValue>> itemsBySort) {
        String rank = LedgerTable.rank(scene.rank());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int part = 0; part < parts; part++) {
            Map<String, AttributeValue> item = itemsBySort.get(LedgerTable.samples(scene.acquisition(), part));
            if (item == null || !Items.text(item, RANK).equals(rank)) {
                return Optional.empty();
            }
            packed.writeBytes(Items.bytes(item, BYTES));
        }
        return Optional.of(new SampledScene(
                scene, parts == 0 ? Optional.empty() : Optional.of(StoredSamples.unpack(packed.toByteArray()))));
    }
}
