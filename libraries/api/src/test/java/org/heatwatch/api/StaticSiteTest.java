package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heatwatch.ledger.SiteDefinition;
import org.junit.jupiter.api.Test;

/** The files of a published site. */
final class StaticSiteTest {
    private static Map<String, String> files(Sources sources) {
        PublishedSite view = PublishedSite.last("here", sources.ledger(), sources.outbox(), sources.histories())
                .orElseThrow();
        Map<String, String> files = new TreeMap<>();
        new StaticSite(view, sources.outbox(), sources.ledger(), Optional.empty(), Instant.EPOCH)
                .write((path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return files;
    }

    private static Sources published() {
        return new KnownSite("here", "Factory", 3).withSources().publish(12).sources();
    }

    @Test
    void noFileLinksToTheMachineOfItsReaderOrToClips() {
        Map<String, String> files = files(published());

        assertThat(files).allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("127.0.0.1"));
        assertThat(files).containsKeys("collections/scenes.geojson", "collections/facilities.geojson");
        files.forEach((path, text) -> {
            if (path.startsWith("collections/") && path.endsWith(".geojson")) {
                assertThat(text).as(path).contains("\"features\":[").doesNotContain("\"href\"", "stac_version");
            }
        });
    }

    @Test
    void theDefinitionIsThatOfThePublication() {
        Sources sources = published();
        SiteDefinition first = sources.ledger().site("here").orElseThrow();
        sources.ledger().putSite(first.next(first.text().replace("Factory 1", "Renamed 1"), "test"));

        assertThat(files(sources).get("sites/here.geojson"))
                .contains("Factory 1")
                .doesNotContain("Renamed");
    }

    @Test
    void withoutScriptsThePageLinksEveryCollection() {
        String page = String.valueOf(files(published()).get("index.html"));
        String withoutScripts = page.substring(page.indexOf("<section id=\"downloads\""));

        for (Export.Collection collection : Export.Collection.values()) {
            String name = WatchCollection.all(published().outbox(), ClipHeaders.none()).stream()
                    .map(WatchCollection::id)
                    .filter(id -> id.equalsIgnoreCase(collection.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(withoutScripts).contains("href=\"./collections/" + name + ".csv\"");
        }
    }

    @Test
    void theTitleForOtherSitesSaysThatTheDataAreSimulated() {
        assertThat(files(published()).get("index.html"))
                .containsPattern("og:title\" content=\"Simulated data[^\"]*Here &amp; there: ")
                .contains("data-file-name=\"here_simulated\"");
    }
}
