package org.heatwatch.aws;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRank;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Splits samples into items, because DynamoDB limits an item to 400 kB; only the largest sites need several. */
final class SampleParts {
    static final String RANK = "rank";
    private static final String BYTES = "samples";
    private static final int MAX_PART_BYTES = 300_000;

    private SampleParts() {}

    /** Splits the packed samples of a scene into parts; none if it has no samples. */
    static List<byte[]> split(SampledScene scene) {
        byte[] packed = scene.samples().map(StoredSamples::packed).orElse(new byte[0]);
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < packed.length; from += MAX_PART_BYTES) {
            parts.add(Arrays.copyOfRange(packed, from, Math.min(packed.length, from + MAX_PART_BYTES)));
        }
        return parts;
    }

    /** Returns a text that identifies the rank of a scene; ranks are equal exactly if their texts are. */
    static String rank(SceneRecord scene) {
        SceneRank rank = scene.rank();
        return "%s %s %s %s bounds-%d sampler-%d"
                .formatted(
                        rank.gridResolved() ? "resolved" : "unresolved",
                        rank.product().tier(),
                        rank.product().level(),
                        rank.product().processed(),
                        rank.boundsVersion(),
                        rank.extractionVersion());
    }

    /** Stores the rank with each part, so that a reader never joins parts of different extractions. */
    static Map<String, AttributeValue> write(SceneRecord scene, byte[] part) {
        return Map.of(
                "product", Items.text(scene.product().id()), RANK, Items.text(rank(scene)), BYTES, Items.bytes(part));
    }

    /** Joins a scene with its samples; empty if a part is missing or from another extraction. */
    static Optional<SampledScene> join(
            String siteId, SceneItem item, Map<String, Map<String, AttributeValue>> partsBySort) {
        SceneRecord scene = item.scene();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int index = 0; index < item.sampleParts(); index++) {
            Map<String, AttributeValue> part = partsBySort.get(
                    Key.samples(siteId, scene.acquisition(), index).sort());
            if (part == null || !Items.text(part, RANK).equals(item.rank())) {
                return Optional.empty();
            }
            packed.writeBytes(Items.bytes(part, BYTES));
        }
        return Optional.of(new SampledScene(
                scene,
                item.sampleParts() == 0 ? Optional.empty() : Optional.of(StoredSamples.unpack(packed.toByteArray()))));
    }
}
