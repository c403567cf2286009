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

    /** A rank as text: different ranks have different texts, which are compared for being the same only. */
    static String rank(SceneRecord scene) {
        SceneRank rank = scene.rank();
        return "%s %s %s %s bounds-%d sampler-%d"
                .formatted(
                        rank.gridResolved() ? "resolved" : "unresolved",
                        rank.product().tier(),
                        rank.product().level(),
                        rank.product().processed(),
                        rank.boundsVersion(),
                        rank.samplerVersion());
    }

    /** Each part says of which reading it is, so that a reader never joins two. */
    static Map<String, AttributeValue> write(SceneRecord scene, byte[] part) {
        return Map.of(
                "product", Items.text(scene.product().id()), RANK, Items.text(rank(scene)), BYTES, Items.bytes(part));
    }

    /** The scene with its samples; empty if a part is missing or of another reading. */
    static Optional<SampledScene> join(
            String siteId, SceneItem item, Map<String, Map<String, AttributeValue>> partsBySort) {
        SceneRecord scene = item.scene();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int number = 0; number < item.sampleParts(); number++) {
            Map<String, AttributeValue> part = partsBySort.get(
                    Key.samples(siteId, scene.acquisition(), number).sort());
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
