package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.SiteDefect;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.RemovedSite;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import org.heatwatch.site.WatchedScene;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The site definitions of the ledger, the list of watched sites, and the index from paths and rows to the sites that
 * watch them. List and index change in the transaction that changes the definition.
 */
final class DynamoSites {
    private static final String SITE = "site";

    /** A transaction has at most 100 writes; a change may add all paths and rows and delete as many. */
    private static final int MAX_SCENES = 45;

    private final LedgerTable table;
    private volatile boolean indexIsComplete;

    DynamoSites(LedgerTable table) {
        this.table = table;
    }

    /** Replaces the current definition if that has the preceding version; also stores the version. */
    void put(SiteDefinition definition) {
        String siteId = definition.siteId();
        if (definition.site().scenes().size() > MAX_SCENES) {
            throw new BadSite(
                    about(siteId),
                    List.of(new SiteDefect(
                            "scenes",
                            "watches more than %d paths and rows".formatted(MAX_SCENES),
                            "divide the site into several")));
        }
        DefinitionItem item = DefinitionItem.of(definition);
        item.parts().forEach((key, part) -> table.put(about(siteId), key, part));
        Optional<Map<String, AttributeValue>> before = item(siteId);
        Condition isNext = definition.version() == 1
                ? Condition.ABSENT
                : Condition.is(DefinitionItem.VERSION, Items.number(definition.version() - 1));
        List<WrsScene> scenes = scenes(definition);
        List<TransactWriteItem> writes = new ArrayList<>(List.of(
                table.toPut(Key.definition(siteId), item.attributes(), isNext),
                table.toPut(Key.definition(siteId, definition.version()), item.attributes()),
                table.toPut(Key.listed(siteId), Map.of(SITE, Items.text(siteId))),
                table.toPut(Key.due(siteId), DynamoScoringDates.now())));
        scenes.forEach(scene -> writes.add(toIndex(scene, siteId)));
        before.map(DynamoSites::indexed).orElse(List.of()).stream()
                .filter(scene -> !scenes.contains(scene))
                .forEach(scene -> writes.add(table.toDelete(Key.watching(scene, siteId))));
        if (!table.write(about(siteId), writes) && !find(siteId).equals(Optional.of(definition))) {
            throw new LedgerConflict(
                    about(siteId),
                    "version %d does not follow the current version".formatted(definition.version()),
                    "read the current definition and edit that");
        }
    }

    private TransactWriteItem toIndex(WrsScene scene, String siteId) {
        return table.toPut(Key.watching(scene, siteId), Map.of(SITE, Items.text(siteId)));
    }

    private static List<WrsScene> scenes(SiteDefinition definition) {
        return definition.site().scenes().stream().map(WatchedScene::scene).toList();
    }

    private static List<WrsScene> indexed(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(DefinitionItem.SCENES)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(scene -> WrsScene.parse(scene.s()))
                .toList();
    }

    /** Keeps the item of the current definition, with which the versions continue if the site is added again. */
    void remove(String siteId) {
        boolean _ = DynamoRetries.decide(about(siteId), () -> {
            Optional<Map<String, AttributeValue>> item = item(siteId);
            if (item.isEmpty() || DefinitionItem.isRemoved(item.get())) {
                return Optional.of(false);
            }
            Map<String, AttributeValue> removed = new HashMap<>(item.get());
            removed.put(DefinitionItem.REMOVED, AttributeValue.fromBool(true));
            List<TransactWriteItem> writes = new ArrayList<>(List.of(
                    table.toPut(Key.definition(siteId), removed, isStill(item.get())),
                    table.toDelete(Key.listed(siteId)),
                    table.toDelete(Key.due(siteId)),
                    table.toDelete(Key.lastNotification(siteId))));
            indexed(item.get()).forEach(scene -> writes.add(table.toDelete(Key.watching(scene, siteId))));
            table.writeOnce(writes);
            return Optional.of(true);
        });
    }

    /** Deletes the text of a removed site and keeps the numbers of its last version. */
    void forgetText(String siteId) {
        item(siteId)
                .filter(DefinitionItem::isRemoved)
                .ifPresent(item -> table.put(about(siteId), Key.definition(siteId), DefinitionItem.withoutText(item)));
    }

    private static Condition isStill(Map<String, AttributeValue> item) {
        return new Condition(
                "#version = :version AND attribute_not_exists(#removed)",
                Map.of("#version", DefinitionItem.VERSION, "#removed", DefinitionItem.REMOVED),
                Map.of(":version", Items.value(item, DefinitionItem.VERSION)));
    }

    Optional<RemovedSite> removed(String siteId) {
        return item(siteId)
                .filter(DefinitionItem::isRemoved)
                .map(item -> new RemovedSite(
                        siteId,
                        DefinitionItem.number(item, DefinitionItem.VERSION),
                        DefinitionItem.boundsVersion(item),
                        ifReadable(siteId, item)));
    }

    private Optional<SiteDefinition> ifReadable(String siteId, Map<String, AttributeValue> item) {
        try {
            return Optional.of(read(siteId, item));
        } catch (SiteUnreadable e) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, AttributeValue>> item(String siteId) {
        return table.find(about(siteId), Key.definition(siteId), item -> item);
    }

    Optional<SiteDefinition> find(String siteId) {
        return item(siteId).filter(item -> !DefinitionItem.isRemoved(item)).map(item -> read(siteId, item));
    }

    Optional<SiteDefinition> find(String siteId, int version) {
        return table.find(about(siteId), Key.definition(siteId, version), item -> item)
                .map(item -> read(siteId, item));
    }

    private SiteDefinition read(String siteId, Map<String, AttributeValue> item) {
        try {
            List<Key> parts = DefinitionItem.partKeys(item);
            return DefinitionItem.read(item, parts.isEmpty() ? Map.of() : table.find(about(siteId), parts));
        } catch (HeatWatchException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SiteUnreadable(siteId, String.valueOf(e.getMessage()), e);
        }
    }

    List<String> ids(String after, int limit) {
        return table.after("the list of sites", Key.listed(after), limit, item -> Items.text(item, SITE));
    }

    StoredSites find(Collection<String> siteIds) {
        Map<Key, Map<String, AttributeValue>> items = table.find(
                "definitions of sites", siteIds.stream().map(Key::definition).toList());
        List<SiteDefinition> definitions = new ArrayList<>();
        List<SiteUnreadable> unreadable = new ArrayList<>();
        for (String siteId : siteIds) {
            Optional.ofNullable(items.get(Key.definition(siteId)))
                    .filter(item -> !DefinitionItem.isRemoved(item))
                    .ifPresent(item -> {
                        try {
                            definitions.add(read(siteId, item));
                        } catch (SiteUnreadable e) {
                            unreadable.add(e);
                        }
                    });
        }
        return new StoredSites(definitions, unreadable);
    }

    /** Reads one item of the index for each site, and none if there is no such site. */
    List<String> watching(WrsScene scene) {
        completeIndex();
        return table.all("sites of path/row " + scene, Key.watching(scene), item -> Items.text(item, SITE));
    }

    /** Builds the index of a table that an earlier version wrote, once; each process checks once that it is built. */
    private void completeIndex() {
        if (indexIsComplete) {
            return;
        }
        if (table.find("index of paths and rows", Key.INDEXED, item -> item).isEmpty()) {
            ids("", Integer.MAX_VALUE).forEach(this::index);
            table.put("index of paths and rows", Key.INDEXED, Map.of());
        }
        indexIsComplete = true;
    }

    /** A site that cannot be read is left out: it has no paths and rows until a readable version is saved. */
    private void index(String siteId) {
        Optional<Map<String, AttributeValue>> item =
                item(siteId).filter(found -> !found.containsKey(DefinitionItem.SCENES));
        if (item.isEmpty()) {
            return;
        }
        List<WrsScene> scenes;
        try {
            scenes = scenes(read(siteId, item.get()));
        } catch (HeatWatchException e) {
            return;
        }
        Map<String, AttributeValue> indexed = new HashMap<>(item.get());
        indexed.put(DefinitionItem.SCENES, DefinitionItem.texts(scenes));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table.toPut(Key.definition(siteId), indexed, isStill(item.get())));
        scenes.forEach(scene -> writes.add(toIndex(scene, siteId)));
        // If the condition fails, another process saved the site, and with it the index.
        boolean _ = table.write(about(siteId), writes);
    }

    private static String about(String siteId) {
        return "site " + siteId;
    }
}
