package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.Verdict;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger in a DynamoDB table. */
public final class DynamoLedger implements Ledger {
    private final DynamoDbClient client;
    private final LedgerTable table;

    /** The client stays the caller's. */
    public DynamoLedger(DynamoDbClient client, String tableName) {
        this.client = client;
        this.table = new LedgerTable(client, tableName);
    }

    /** Makes the table where no stack does: in a local store. */
    public static void createTable(DynamoDbClient client, String tableName) {
        LedgerTable.create(client, tableName);
    }

    @Override
    public Verdict record(String siteId, SampledScene scene) {
        SceneRecord record = scene.scene();
        String subject = "scene " + record.acquisition() + " of site " + siteId;
        return DynamoRetries.decide(subject, () -> {
            Optional<Map<String, AttributeValue>> seen =
                    table.find(LedgerTable.site(siteId), LedgerTable.scene(record.acquisition()));
            Optional<SceneRecord> holder = seen.map(SceneItems::read);
            if (holder.isPresent() && holder.get().rank().atLeast(record.rank())) {
                return Optional.of(lost(siteId, record.product(), holder.get().product()));
            }
            client.transactWriteItems(
                    request -> request.transactItems(new SceneWriter(table, siteId).transaction(scene, seen)));
            return Optional.of(new Verdict.Written(holder.map(SceneRecord::product)));
        });
    }

    private Verdict lost(String siteId, ProductId product, ProductId winner) {
        if (winner.equals(product)) {
            return new Verdict.AlreadyThere();
        }
        IntakeRecord intake = new IntakeRecord(product, new IntakeOutcome.Superseded(winner));
        client.putItem(request -> request.tableName(table.name()).item(item(siteId, intake)));
        return new Verdict.Superseded(winner);
    }

    @Override
    public void note(String siteId, IntakeRecord intake) {
        String subject = "outcome of " + intake.product() + " for site " + siteId;
        boolean _ = DynamoRetries.unlessRefused(
                subject,
                () -> client.putItem(request -> request.tableName(table.name())
                        .item(item(siteId, intake))
                        .conditionExpression("attribute_not_exists(pk) OR NOT #outcome IN (:recorded, :superseded)")
                        .expressionAttributeNames(Map.of("#outcome", IntakeItems.OUTCOME))
                        .expressionAttributeValues(Map.of(
                                ":recorded", Items.text(IntakeItems.RECORDED),
                                ":superseded", Items.text(IntakeItems.SUPERSEDED)))));
    }

    private Map<String, AttributeValue> item(String siteId, IntakeRecord intake) {
        return table.item(LedgerTable.site(siteId), LedgerTable.intake(intake.product()), IntakeItems.write(intake));
    }

    @Override
    public Optional<SceneRecord> scene(String siteId, Acquisition acquisition) {
        return DynamoRetries.call(
                "scene " + acquisition + " of site " + siteId,
                () -> table.find(LedgerTable.site(siteId), LedgerTable.scene(acquisition))
                        .map(SceneItems::read));
    }

    @Override
    public List<SceneRecord> scenes(String siteId) {
        return DynamoRetries.call(
                "scenes of site " + siteId,
                () -> sceneItems(siteId).stream()
                        .map(SceneItems::read)
                        .sorted(Comparator.comparing(SceneRecord::acquisition))
                        .toList());
    }

    private List<Map<String, AttributeValue>> sceneItems(String siteId) {
        return table.all(LedgerTable.site(siteId), "scene#");
    }

    /** Reads again if a scene was replaced between the reading of the records and that of the samples. */
    @Override
    public List<SampledScene> sampledScenes(String siteId) {
        return DynamoRetries.decide("samples of site " + siteId, () -> {
            List<Map<String, AttributeValue>> scenes = sceneItems(siteId);
            Map<String, Map<String, AttributeValue>> samples = new HashMap<>();
            for (Map<String, AttributeValue> item : table.all(LedgerTable.site(siteId), "samples#")) {
                samples.put(Items.text(item, LedgerTable.SORT), item);
            }
            List<SampledScene> joined = new ArrayList<>();
            for (Map<String, AttributeValue> item : scenes) {
                SampleParts.join(SceneItems.read(item), Items.integer(item, SceneWriter.PARTS), samples)
                        .ifPresent(joined::add);
            }
            joined.sort(Comparator.comparing(sampled -> sampled.scene().acquisition()));
            return joined.size() == scenes.size() ? Optional.of(List.copyOf(joined)) : Optional.empty();
        });
    }

    @Override
    public Optional<IntakeRecord> intake(String siteId, ProductId product) {
        String subject = "outcome of " + product + " for site " + siteId;
        return DynamoRetries.call(
                        subject,
                        () -> table.find(LedgerTable.site(siteId), LedgerTable.intake(product))
                                .map(IntakeItems::read))
                .map(intake -> intake.inViewOf(scene(siteId, product.acquisition())));
    }

    @Override
    public List<IntakeRecord> intake(String siteId) {
        List<IntakeRecord> noted = DynamoRetries.call(
                "outcomes of site " + siteId,
                () -> table.all(LedgerTable.site(siteId), "intake#").stream()
                        .map(IntakeItems::read)
                        .toList());
        Map<Acquisition, SceneRecord> scenes =
                scenes(siteId).stream().collect(Collectors.toMap(SceneRecord::acquisition, Function.identity()));
        return noted.stream()
                .map(intake -> intake.inViewOf(
                        Optional.ofNullable(scenes.get(intake.product().acquisition()))))
                .toList();
    }

    @Override
    public void putSite(SiteDefinition definition) {
        String subject = "site " + definition.siteId();
        boolean saved = DynamoRetries.unlessRefused(
                subject,
                () -> client.transactWriteItems(
                        request -> request.transactItems(SiteItems.transaction(table, definition))));
        if (!saved && !site(definition.siteId()).equals(Optional.of(definition))) {
            throw new LedgerConflict(
                    subject,
                    "version %d is not the one after the current".formatted(definition.version()),
                    "read the current definition and change that");
        }
    }

    @Override
    public Optional<SiteDefinition> site(String siteId) {
        return definition(siteId, LedgerTable.DEFINITION);
    }

    @Override
    public Optional<SiteDefinition> site(String siteId, int version) {
        return definition(siteId, LedgerTable.DEFINITION + "#" + version);
    }

    private Optional<SiteDefinition> definition(String siteId, String sort) {
        return DynamoRetries.call(
                "site " + siteId,
                () -> table.find(LedgerTable.site(siteId), sort).map(SiteItems::read));
    }

    @Override
    public List<SiteDefinition> sites() {
        List<String> ids = DynamoRetries.call(
                "the list of sites",
                () -> table.all(LedgerTable.SITES, "site#").stream()
                        .map(item -> Items.text(item, SiteItems.SITE))
                        .toList());
        return ids.stream().flatMap(id -> site(id).stream()).toList();
    }
}
