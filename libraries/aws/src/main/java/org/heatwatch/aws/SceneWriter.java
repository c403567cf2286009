package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The transaction that gives a scene its place: its record, its samples, its outcome and that of the one that lost. */
final class SceneWriter {
    private final LedgerTable table;
    private final String siteId;

    SceneWriter(LedgerTable table, String siteId) {
        this.table = table;
        this.siteId = siteId;
    }

    /**
     * Succeeds only while the place is as it was seen.
     *
     * @param seen what holds the place
     */
    List<TransactWriteItem> transaction(SampledScene scene, Optional<SceneItem> seen) {
        SceneRecord record = scene.scene();
        Acquisition acquisition = record.acquisition();
        List<byte[]> parts = SampleParts.cut(scene);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table.toPut(
                Key.scene(siteId, acquisition),
                Items.write(SceneItem.of(record, parts.size())),
                seen.map(held -> Condition.is(SampleParts.RANK, Items.text(held.rank())))
                        .orElse(Condition.ABSENT)));
        for (int part = 0; part < parts.size(); part++) {
            writes.add(table.toPut(Key.samples(siteId, acquisition, part), SampleParts.write(record, parts.get(part))));
        }
        writes.add(outcome(record.product(), new IntakeOutcome.Recorded()));
        seen.ifPresent(held -> {
            for (int part = parts.size(); part < held.sampleParts(); part++) {
                writes.add(table.toDelete(Key.samples(siteId, acquisition, part)));
            }
            if (!held.product().equals(record.product())) {
                writes.add(outcome(held.product(), new IntakeOutcome.Superseded(record.product())));
            }
        });
        return writes;
    }

    private TransactWriteItem outcome(ProductId product, IntakeOutcome outcome) {
        return table.toPut(Key.intake(siteId, product), DynamoLedger.attributes(new IntakeRecord(product, outcome)));
    }
}
