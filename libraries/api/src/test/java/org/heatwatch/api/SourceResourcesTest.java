package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Heat sources, activity and their pictures. */
final class SourceResourcesTest {
    private final ApiClient api = new ApiClient(
            new KnownSite("here", "Factory", 3).withSources().publish(60).sources());
    private final ApiClient before =
            new ApiClient(new KnownSite("here", "Factory", 3).publish(60).sources());

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("features").forEach(feature -> ids.add(feature.path("id").asText()));
        return ids;
    }

    @Test
    void sourcesAreListedStrongestFirstWithTheirTimeAndEvidence() {
        JsonNode page = api.json("/collections/sources/items");
        assertThat(ids(page)).containsExactly("here:source-1", "here:source-2");
        JsonNode first = page.at("/features/0");
        assertThat(first.at("/geometry/type").asText()).isEqualTo("Point");
        JsonNode properties = first.path("properties");
        assertThat(properties.path("start_datetime").asText()).isEqualTo("2013-04-25T00:00:00Z");
        assertThat(properties.path("end_datetime").asText()).endsWith("T23:59:59Z");
        assertThat(properties.path("kelvinSquareMetres").asDouble()).isEqualTo(24_000);
        assertThat(properties.path("state").asText()).isEqualTo("ON");
        assertThat(properties.path("evidence")).hasSize(2);
        assertThat(properties.path("supporting").asInt()).isEqualTo(1);
        assertThat(properties.path("contradicting").asInt()).isZero();
    }

    @Test
    void sourcesAreFilteredByStateOutlineAndEnd() {
        assertThat(ids(api.json("/collections/sources/items?ended=true"))).containsExactly("here:source-2");
        assertThat(ids(api.json("/collections/sources/items?insideOutline=true")))
                .containsExactly("here:source-1");
        assertThat(ids(api.json("/collections/sources/items?state=OFF"))).containsExactly("here:source-2");
        assertThat(ids(api.json("/collections/sources/items?source=source-1"))).containsExactly("here:source-1");
    }

    @Test
    void aSourceLinksToItsObservations() {
        JsonNode source = api.json("/collections/sources/items/here:source-1");
        List<String> related = new ArrayList<>();
        source.path("links").forEach(link -> {
            if (link.path("rel").asText().equals("related")) {
                related.add(link.path("href").asText());
            }
        });
        assertThat(related)
                .hasSize(2)
                .allSatisfy(address -> assertThat(api.get(address).status()).isEqualTo(200));
        JsonNode chart = api.json("/charts/source-1.json");
        assertThat(chart.at("/facility/id").asText()).isEqualTo("source-1");
        assertThat(chart.at("/facility/state").asText()).isEqualTo("ON");
        assertThat(chart.at("/looks/effectiveKelvin")).hasSizeGreaterThan(10);
        assertThat(chart.path("changes")).isNotEmpty();
    }

    @Test
    void kmlPlacemarksOfSourcesHaveATimeSpan() {
        Response answer = api.get("/collections/sources/items?f=kml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", MediaTypes.KMZ);
    }

    @Test
    void eachQuarterIsAnItemAndOneWithoutOverpassHasNoCount() {
        JsonNode page = api.json("/collections/activity/items?sortby=datetime");
        assertThat(ids(page)).startsWith("here:2013-q2", "here:2013-q3").hasSizeGreaterThan(3);
        assertThat(page.at("/features/0/properties/buildings").asDouble()).isEqualTo(3);
        assertThat(page.at("/features/0/properties/title").asText()).isEqualTo("2013-q2: 3 buildings in use (2 to 5)");
        assertThat(page.at("/features/1/properties/buildings").isNull()).isTrue();
        assertThat(page.at("/features/1/properties/title").asText()).contains("no clear overpass");
    }

    @Test
    void thePicturesAreServed() {
        for (String address : List.of("/composites/latest.png?size=600", "/charts/activity.png")) {
            Response answer = api.get(address);
            assertThat(answer.headers()).containsEntry("Content-Type", MediaTypes.PNG);
            assertThat(answer.body()).startsWith((byte) 0x89, 'P', 'N', 'G');
        }
        Response chart = api.get("/charts/activity.svg");
        assertThat(chart.headers()).containsEntry("Content-Type", MediaTypes.SVG);
        assertThat(ApiClient.text(chart)).contains("Buildings in use", "Simulated data");
    }

    @Test
    void aSiteThatWasPublishedWithoutSourcesHasEmptyCollectionsAndNoPictures() {
        assertThat(ids(before.json("/collections/sources/items"))).isEmpty();
        assertThat(ids(before.json("/collections/activity/items"))).isEmpty();
        for (String address : List.of("/composites/latest.png", "/charts/activity.svg", "/charts/source-1.svg")) {
            assertThat(before.get(address).status()).as(address).isEqualTo(404);
        }
    }
}
