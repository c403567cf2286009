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

/**
 * The transaction that records a scene: its record, samples and outcome, and the outcome of the product it replaces.
 */
final class SceneWriter {
    private final LedgerTable table;
    private final String siteId;

    SceneWriter(LedgerTable table, String siteId) {
        this.table = table;
        this.siteId = siteId;
    }

    /**
     * Returns a transaction that succeeds only if the stored scene has not changed since it was read.
     *
     * @param stored the scene that is replaced; empty if there is none
     */
    List<TransactWriteItem> transaction(SampledScene scene, Optional<SceneItem> stored) {
        SceneRecord record = scene.scene();
        Acquisition acquisition = record.acquisition();
        List<byte[]> parts = SampleParts.split(scene);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table.toPut(
                Key.scene(siteId, acquisition),
                Items.write(SceneItem.of(record, parts.size())),
                stored.map(replaced -> Condition.is(SampleParts.RANK, Items.text(replaced.rank())))
                        .orElse(Condition.ABSENT)));
        for (int part = 0; part < parts.size(); part++) {
            writes.add(table.toPut(Key.samples(siteId, acquisition, part), SampleParts.write(record, parts.get(part))));
        }
        writes.add(outcome(record.product(), new IntakeOutcome.Recorded()));
        writes.add(table.toPut(Key.due(siteId), DynamoScoringDates.now()));
        stored.ifPresent(replaced -> {
            for (int part = parts.size(); part < replaced.sampleParts(); part++) {
                writes.add(table.toDelete(Key.samples(siteId, acquisition, part)));
            }
            if (!replaced.product().equals(record.product())) {
                writes.add(outcome(replaced.product(), new IntakeOutcome.Superseded(record.product())));
            }
        });
        return writes;
    }

    private TransactWriteItem outcome(ProductId product, IntakeOutcome outcome) {
        return table.toPut(Key.intake(siteId, product), DynamoLedger.attributes(new IntakeRecord(product, outcome)));
    }
}
