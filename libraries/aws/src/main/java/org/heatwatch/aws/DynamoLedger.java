package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.RecordResult;
import org.heatwatch.ledger.RemovedSite;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger, stored in a DynamoDB table. */
public final class DynamoLedger implements Ledger {
    private static final String PRODUCT = "product";
    private static final String READ_VERSION = "readVersion";
    private static final Condition HAS_NO_SCENE = new Condition(
            "attribute_not_exists(pk) OR NOT #outcome IN (:recorded, :superseded)",
            Map.of("#outcome", "outcome"),
            Map.of(":recorded", Items.text("RECORDED"), ":superseded", Items.text("SUPERSEDED")));

    private final LedgerTable table;
    private final DynamoSites sites;

    /** Uses the given table. */
    public DynamoLedger(LedgerTable table) {
        this.table = table;
        this.sites = new DynamoSites(table);
    }

    @Override
    public RecordResult record(String siteId, SampledScene scene) {
        SceneRecord record = scene.scene();
        return DynamoRetries.decide(about(siteId, record.acquisition()), () -> {
            Optional<SceneItem> stored =
                    table.find(Key.scene(siteId, record.acquisition())).map(DynamoLedger::scene);
            Optional<SceneRecord> current = stored.map(SceneItem::scene);
            if (current.isPresent() && current.get().rank().atLeast(record.rank())) {
                return Optional.of(
                        supersede(siteId, record.product(), current.get().product()));
            }
            table.writeOnce(new SceneWriter(table, siteId).transaction(scene, stored));
            return Optional.of(new RecordResult(record.product(), /* written= */ true));
        });
    }

    private RecordResult supersede(String siteId, ProductId product, ProductId by) {
        if (!by.equals(product)) {
            note(siteId, new IntakeRecord(product, new IntakeOutcome.Superseded(by)), Condition.NONE);
        }
        return new RecordResult(by, /* written= */ false);
    }

    @Override
    public void note(String siteId, IntakeRecord intake) {
        note(siteId, intake, HAS_NO_SCENE);
    }

    private void note(String siteId, IntakeRecord intake, Condition condition) {
        boolean _ = table.put(
                about(siteId, intake.product()), Key.intake(siteId, intake.product()), attributes(intake), condition);
    }

    static Map<String, AttributeValue> attributes(IntakeRecord intake) {
        Map<String, AttributeValue> attributes = Items.write(intake.outcome());
        attributes.put(PRODUCT, Items.text(intake.product().id()));
        intake.readVersion().ifPresent(version -> attributes.put(READ_VERSION, Items.text(version)));
        return attributes;
    }

    private static IntakeRecord intake(Map<String, AttributeValue> item) {
        return new IntakeRecord(
                ProductId.parse(Items.text(item, PRODUCT)),
                Items.read(item, IntakeOutcome.class),
                item.containsKey(READ_VERSION) ? Optional.of(Items.text(item, READ_VERSION)) : Optional.empty());
    }

    private static SceneItem scene(Map<String, AttributeValue> item) {
        return Items.read(item, SceneItem.class);
    }

    private static String about(String siteId, Acquisition acquisition) {
        return "scene " + acquisition + " of site " + siteId;
    }

    private static String about(String siteId, ProductId product) {
        return "outcome of " + product + " for site " + siteId;
    }

    @Override
    public Optional<SceneRecord> scene(String siteId, Acquisition acquisition) {
        return table.find(about(siteId, acquisition), Key.scene(siteId, acquisition), DynamoLedger::scene)
                .map(SceneItem::scene);
    }

    @Override
    public List<SceneRecord> scenes(String siteId) {
        return table.all("scenes of site " + siteId, Key.scenes(siteId), DynamoLedger::scene).stream()
                .map(SceneItem::scene)
                .sorted(Comparator.comparing(SceneRecord::acquisition))
                .toList();
    }

    /** Reads again if a scene was replaced after its record was read and before its samples were. */
    @Override
    public List<SampledScene> sampledScenes(String siteId) {
        return DynamoRetries.decide("samples of site " + siteId, () -> {
            List<Map<String, AttributeValue>> scenes = table.all(Key.scenes(siteId));
            Map<String, Map<String, AttributeValue>> samples = new HashMap<>();
            for (Map<String, AttributeValue> item : table.all(Key.samples(siteId))) {
                samples.put(Items.text(item, Key.SORT), item);
            }
            List<SampledScene> joined = new ArrayList<>();
            for (Map<String, AttributeValue> item : scenes) {
                SampleParts.join(siteId, scene(item), samples).ifPresent(joined::add);
            }
            joined.sort(Comparator.comparing(sampled -> sampled.scene().acquisition()));
            return joined.size() == scenes.size() ? Optional.of(List.copyOf(joined)) : Optional.empty();
        });
    }

    @Override
    public Optional<IntakeRecord> intake(String siteId, ProductId product) {
        return table.find(about(siteId, product), Key.intake(siteId, product), DynamoLedger::intake)
                .map(intake -> intake.inViewOf(scene(siteId, product.acquisition())));
    }

    @Override
    public List<IntakeRecord> intake(String siteId) {
        List<IntakeRecord> noted = table.all("outcomes of site " + siteId, Key.intake(siteId), DynamoLedger::intake);
        Map<Acquisition, SceneRecord> scenes =
                scenes(siteId).stream().collect(Collectors.toMap(SceneRecord::acquisition, Function.identity()));
        return noted.stream()
                .map(intake -> intake.inViewOf(
                        Optional.ofNullable(scenes.get(intake.product().acquisition()))))
                .toList();
    }

    @Override
    public void putSite(SiteDefinition definition) {
        sites.put(definition);
    }

    @Override
    public void removeSite(String siteId) {
        sites.remove(siteId);
    }

    @Override
    public Optional<RemovedSite> removedSite(String siteId) {
        return sites.removed(siteId);
    }

    @Override
    public Optional<SiteDefinition> site(String siteId) {
        return sites.find(siteId);
    }

    @Override
    public Optional<SiteDefinition> site(String siteId, int version) {
        return sites.find(siteId, version);
    }

    @Override
    public List<String> siteIds(String after, int limit) {
        return sites.ids(after, limit);
    }

    @Override
    public List<String> sitesWatching(WrsScene scene) {
        return sites.watching(scene);
    }

    @Override
    public StoredSites sites(Collection<String> siteIds) {
        return sites.find(siteIds);
    }
}
