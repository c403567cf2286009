package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.errors.SiteUnreadable;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.Definitions;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.LedgerScenes;
import org.heatwatch.ledger.RemovedSite;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import org.heatwatch.run.ScoringDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Site definitions, the index of paths and rows, and scoring dates in a table. */
final class DynamoSitesIT {
    private static final WrsScene KAESONG = WrsScene.parse("116/34");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static LocalDynamo dynamo;

    private String name;
    private DynamoDbClient client;
    private LedgerTable table;
    private Ledger ledger;

    @BeforeAll
    static void start() throws Exception {
        dynamo = new LocalDynamo();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamo.close();
    }

    @BeforeEach
    void open() {
        name = dynamo.emptyTable();
        client = dynamo.client();
        table = new LedgerTable(client, name);
        ledger = new DynamoLedger(table);
    }

    private static String kaesong() throws IOException {
        return Files.readString(Path.of(System.getProperty("heatwatch.root"), "sites", "kaesong.geojson"));
    }

    private Map<String, AttributeValue> item(Key key) {
        return client.getItem(request -> request.tableName(name).key(key.attributes()))
                .item();
    }

    private void put(Key key, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key.attributes());
        client.putItem(request -> request.tableName(name).item(item));
    }

    /** Stores a definition as versions before the index did. */
    private void putAsBefore(SiteDefinition definition) {
        Map<String, AttributeValue> attributes = Map.of(
                "site", Items.text(definition.siteId()),
                "version", Items.number(definition.version()),
                "boundsVersion", Items.number(definition.boundsVersion()),
                "author", Items.text(definition.author()),
                "text", Items.text(definition.text()));
        put(Key.definition(definition.siteId()), attributes);
        put(Key.definition(definition.siteId(), definition.version()), attributes);
        put(Key.listed(definition.siteId()), Map.of("site", Items.text(definition.siteId())));
    }

    @Test
    void aTableOfAnEarlierVersionIsReadAndIndexedOnce() throws IOException {
        SiteDefinition kaesong = SiteDefinition.first(kaesong(), "deployment");
        putAsBefore(kaesong);
        putAsBefore(Definitions.small("other", "116/34", "1/1"));
        put(Key.listed("damaged"), Map.of("site", Items.text("damaged")));
        put(Key.definition("damaged"), Map.of("site", Items.text("damaged"), "version", Items.number(1)));
        assertThat(ledger.site("kaesong")).contains(kaesong);
        assertThat(ledger.sitesWatching(KAESONG)).containsExactly("kaesong", "other");
        assertThat(ledger.sitesWatching(WrsScene.parse("213/210"))).containsExactly("kaesong");
        assertThat(item(Key.INDEXED)).isNotEmpty();
        SiteDefinition next = kaesong.next(kaesong().replace("Industrial", "Industry"), "analyst");
        ledger.putSite(next);
        assertThat(new DynamoLedger(table).site("kaesong")).contains(next);
        ledger.removeSite("other");
        assertThat(ledger.sitesWatching(KAESONG)).containsExactly("kaesong");
    }

    @Test
    void aDamagedDefinitionAffectsNoOtherSiteAndCanBeReplaced() throws IOException {
        ledger.putSite(SiteDefinition.first(Definitions.withBuildings(kaesong(), 5000), "import"));
        ledger.putSite(Definitions.small("other", "116/34"));
        String digest = Items.text(item(Key.definition("kaesong")), "digest");
        client.deleteItem(request -> request.tableName(name)
                .key(Key.definitionPart("kaesong", digest, 1).attributes()));
        StoredSites stored = ledger.sites(ledger.siteIds());
        assertThat(stored.definitions()).extracting(SiteDefinition::siteId).containsExactly("other");
        assertThat(stored.unreadable())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("site kaesong")
                        .hasMessageContaining("is missing")
                        .hasMessageContaining("heatwatch sites update"));
        assertThatThrownBy(() -> ledger.site("kaesong")).isInstanceOf(SiteUnreadable.class);
        assertThat(ledger.sitesWatching(KAESONG)).containsExactly("kaesong", "other");
        ledger.removeSite("kaesong");
        RemovedSite removed = ledger.removedSite("kaesong").orElseThrow();
        assertThat(removed).isEqualTo(new RemovedSite("kaesong", 1, 1, Optional.empty()));
        ledger.putSite(removed.next(kaesong(), "analyst"));
        assertThat(ledger.site("kaesong").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aDefinitionThatIsNotCompressedDataIsUnreadable() {
        ledger.putSite(Definitions.small("here", "116/34"));
        Map<String, AttributeValue> item = new HashMap<>(item(Key.definition("here")));
        item.put("packed", Items.bytes(new byte[] {1, 2, 3}));
        put(Key.definition("here"), item);
        assertThatThrownBy(() -> ledger.site("here"))
                .isInstanceOf(SiteUnreadable.class)
                .hasMessageContaining("cannot be decompressed");
    }

    @Test
    void sitesAreSavedAtTheSameTimeInTheIndex() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "site-" + i;
            writers.add(Thread.ofVirtual().start(() -> ledger.putSite(Definitions.small(id, "116/34"))));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(ledger.sitesWatching(KAESONG)).hasSize(8).isSorted();
    }

    @Test
    void aSceneOrADefinitionMakesASiteDueAndARunSetsTheNextDayUnlessOneCameSince() {
        DynamoScoringDates dates = new DynamoScoringDates(table);
        assertThat(dates.find("here")).isEmpty();
        ledger.putSite(Definitions.small("here", "116/34"));
        Optional<ScoringDate> saved = dates.find("here");
        assertThat(saved.orElseThrow().isDue(DAY, "1")).isTrue();
        dates.set("here", saved, DAY.plusDays(3), "1");
        ScoringDate next = dates.find("here").orElseThrow();
        assertThat(next.isDue(DAY.plusDays(2), "1")).isFalse();
        assertThat(next.isDue(DAY.plusDays(2), "2"))
                .as("another version of the code")
                .isTrue();
        assertThat(next.isDue(DAY.plusDays(3), "1")).isTrue();
        ledger.record("here", LedgerScenes.resolved("LC08_L1TP_116034_20251104_20251118_02_T1", 10));
        dates.set("here", Optional.of(next), DAY.plusDays(9), "1");
        assertThat(dates.find("here").orElseThrow().isDue(DAY, "1"))
                .as("the scene came after the run had read its input")
                .isTrue();
    }
}
