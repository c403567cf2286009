package org.heatwatch.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;

/** A ledger that lasts as long as the process. */
final class InMemoryLedger implements Ledger {
    private static final class SiteEntries {
        private final Map<Acquisition, SampledScene> scenes = new TreeMap<>();
        private final Map<ProductId, IntakeRecord> outcomes = new TreeMap<>(Comparator.comparing(ProductId::id));

        private void put(ProductId product, IntakeOutcome outcome) {
            outcomes.put(product, new IntakeRecord(product, outcome));
        }
    }

    private final Map<String, SiteEntries> entriesBySite = new TreeMap<>();
    private final Map<String, TreeMap<Integer, SiteDefinition>> definitions = new TreeMap<>();

    private final Set<String> removed = new HashSet<>();

    private SiteEntries entries(String siteId) {
        return entriesBySite.computeIfAbsent(siteId, _ -> new SiteEntries());
    }

    @Override
    public synchronized RecordResult record(String siteId, SampledScene scene) {
        SiteEntries entries = entries(siteId);
        ProductId product = scene.scene().product();
        SampledScene holder = entries.scenes.get(product.acquisition());
        Optional<ProductId> held =
                Optional.ofNullable(holder).map(s -> s.scene().product());
        if (holder != null && holder.scene().rank().atLeast(scene.scene().rank())) {
            ProductId winner = holder.scene().product();
            if (!winner.equals(product)) {
                entries.put(product, new IntakeOutcome.Superseded(winner));
            }
            return new RecordResult(winner, /* written= */ false);
        }
        entries.scenes.put(product.acquisition(), scene);
        held.ifPresent(loser -> entries.put(loser, new IntakeOutcome.Superseded(product)));
        entries.put(product, new IntakeOutcome.Recorded());
        return new RecordResult(product, /* written= */ true);
    }

    @Override
    public synchronized void note(String siteId, IntakeRecord intake) {
        Map<ProductId, IntakeRecord> outcomes = entries(siteId).outcomes;
        IntakeRecord noted = outcomes.get(intake.product());
        if (noted == null || !noted.outcome().isOfScene()) {
            outcomes.put(intake.product(), intake);
        }
    }

    @Override
    public synchronized Optional<SceneRecord> scene(String siteId, Acquisition acquisition) {
        return Optional.ofNullable(entries(siteId).scenes.get(acquisition)).map(SampledScene::scene);
    }

    @Override
    public synchronized List<SceneRecord> scenes(String siteId) {
        return entries(siteId).scenes.values().stream().map(SampledScene::scene).toList();
    }

    @Override
    public synchronized List<SampledScene> sampledScenes(String siteId) {
        return List.copyOf(entries(siteId).scenes.values());
    }

    @Override
    public synchronized Optional<IntakeRecord> intake(String siteId, ProductId product) {
        return Optional.ofNullable(entries(siteId).outcomes.get(product))
                .map(record -> record.inViewOf(scene(siteId, product.acquisition())));
    }

    @Override
    public synchronized List<IntakeRecord> intake(String siteId) {
        return entries(siteId).outcomes.keySet().stream()
                .map(product -> intake(siteId, product).orElseThrow())
                .toList();
    }

    @Override
    public synchronized void putSite(SiteDefinition definition) {
        TreeMap<Integer, SiteDefinition> versions =
                definitions.computeIfAbsent(definition.siteId(), _ -> new TreeMap<>());
        int current = versions.isEmpty() ? 0 : versions.lastKey();
        if (definition.equals(versions.get(current)) && !removed.contains(definition.siteId())) {
            return;
        }
        if (definition.version() != current + 1) {
            throw new LedgerConflict(
                    "site " + definition.siteId(),
                    "version %d was to follow version %d, which is not the current one (%d)"
                            .formatted(definition.version(), definition.version() - 1, current),
                    "read the current definition and change that");
        }
        versions.put(definition.version(), definition);
        removed.remove(definition.siteId());
    }

    @Override
    public synchronized void removeSite(String siteId) {
        if (definitions.containsKey(siteId)) {
            removed.add(siteId);
        }
    }

    @Override
    public synchronized Optional<RemovedSite> removedSite(String siteId) {
        return Optional.ofNullable(definitions.get(siteId))
                .filter(_ -> removed.contains(siteId))
                .map(versions -> versions.lastEntry().getValue())
                .map(last -> new RemovedSite(siteId, last.version(), last.boundsVersion(), Optional.of(last)));
    }

    @Override
    public synchronized Optional<SiteDefinition> site(String siteId) {
        return Optional.ofNullable(definitions.get(siteId))
                .filter(versions -> !versions.isEmpty() && !removed.contains(siteId))
                .map(versions -> versions.lastEntry().getValue());
    }

    @Override
    public synchronized Optional<SiteDefinition> site(String siteId, int version) {
        return Optional.ofNullable(definitions.get(siteId)).map(versions -> versions.get(version));
    }

    @Override
    public synchronized List<String> siteIds(String after, int limit) {
        return definitions.keySet().stream()
                .filter(id -> id.compareTo(after) > 0 && !removed.contains(id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<String> sitesWatching(WrsScene scene) {
        return sites().stream()
                .filter(definition -> definition.site().watched(scene).isPresent())
                .map(SiteDefinition::siteId)
                .toList();
    }

    @Override
    public synchronized StoredSites sites(Collection<String> siteIds) {
        return new StoredSites(siteIds.stream().flatMap(id -> site(id).stream()).toList(), List.of());
    }
}
