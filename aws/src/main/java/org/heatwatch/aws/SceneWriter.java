package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The transaction that gives a scene its place: its record, its samples, its outcome and that of the one that lost. */
final class SceneWriter {
    static final String PARTS = "sampleParts";

    private final LedgerTable table;
    private final String partition;

    SceneWriter(LedgerTable table, String siteId) {
        this.table = table;
        this.partition = LedgerTable.site(siteId);
    }

    /**
     * Succeeds only while the place is as it was seen.
     *
     * @param seen the item that holds the place
     */
    List<TransactWriteItem> transaction(SampledScene scene, Optional<Map<String, AttributeValue>> seen) {
        SceneRecord record = scene.scene();
        Acquisition acquisition = record.acquisition();
        List<byte[]> parts = SampleParts.cut(scene);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(place(record, parts.size(), seen));
        for (int part = 0; part < parts.size(); part++) {
            writes.add(put(LedgerTable.samples(acquisition, part), SampleParts.write(record, parts.get(part))));
        }
        writes.add(outcome(record.product(), new IntakeOutcome.Recorded()));
        seen.ifPresent(held -> {
            for (int part = parts.size(); part < Items.integer(held, PARTS); part++) {
                writes.add(delete(LedgerTable.samples(acquisition, part)));
            }
            ProductId loser = SceneItems.read(held).product();
            if (!loser.equals(record.product())) {
                writes.add(outcome(loser, new IntakeOutcome.Superseded(record.product())));
            }
        });
        return writes;
    }

    private TransactWriteItem place(SceneRecord record, int parts, Optional<Map<String, AttributeValue>> seen) {
        Map<String, AttributeValue> attributes = new HashMap<>(SceneItems.write(record));
        attributes.put(SampleParts.RANK, Items.text(LedgerTable.rank(record.rank())));
        attributes.put(PARTS, Items.number(parts));
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(table.item(partition, LedgerTable.scene(record.acquisition()), attributes));
        if (seen.isPresent()) {
            put.conditionExpression("#rank = :seen")
                    .expressionAttributeNames(Map.of("#rank", SampleParts.RANK))
                    .expressionAttributeValues(Map.of(":seen", Items.text(Items.text(seen.get(), SampleParts.RANK))));
        } else {
            put.conditionExpression("attribute_not_exists(pk)");
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem outcome(ProductId product, IntakeOutcome outcome) {
        return put(LedgerTable.intake(product), IntakeItems.write(new IntakeRecord(product, outcome)));
    }

    private TransactWriteItem put(String sort, Map<String, AttributeValue> attributes) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(table.item(partition, sort, attributes)))
                .build();
    }

    private TransactWriteItem delete(String sort) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name()).key(LedgerTable.key(partition, sort)))
                .build();
    }
}
