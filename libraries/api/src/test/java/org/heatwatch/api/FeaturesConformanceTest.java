package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The abstract tests of OGC API - Features - Part 1: Core 1.0 (OGC 17-069r4, annex A), in their order. */
final class FeaturesConformanceTest {
    private static final ApiClient API = new ApiClient(
            new KnownSite("here", "Factory", 3).withSources().publish(12).sources());
    private static final List<String> COLLECTIONS =
            List.of("facilities", "observations", "hotspots", "sources", "activity", "alerts", "scenes");

    static Stream<String> collections() {
        return COLLECTIONS.stream();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> links(JsonNode page, String relation) {
        return list(page.path("links")).stream()
                .filter(link -> link.path("rel").asText().equals(relation))
                .map(link -> link.path("href").asText())
                .toList();
    }

    private static JsonNode items(String collection, String query) {
        return API.json("/collections/" + collection + "/items?limit=1000" + query);
    }

    @Test
    @DisplayName("A.2.2 http: HTTP 1.1 status codes are used")
    void statusCodesAreThoseOfHttp() {
        assertThat(API.get("/").status()).isEqualTo(200);
        assertThat(API.get("/nowhere").status()).isEqualTo(404);
        assertThat(API.send("PUT", "/", "").status()).isEqualTo(405);
    }

    @Test
    @DisplayName("A.2.2 root-op, root-success: the landing page links to definition, conformance and data")
    void theLandingPageHasTheRequiredLinks() {
        JsonNode page = API.json("/");
        assertThat(page.path("title").asText()).isEqualTo("Heat Watch");
        for (String relation : List.of("self", "service-desc", "service-doc", "conformance", "data", "alternate")) {
            assertThat(links(page, relation)).as(relation).hasSize(1);
            assertThat(API.get(links(page, relation).getFirst()).status())
                    .as(relation)
                    .isEqualTo(200);
        }
        assertThat(list(page.path("links"))).allSatisfy(link -> {
            assertThat(link.path("href").asText()).startsWith(ApiClient.BASE + "/");
            assertThat(link.path("type").asText()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("A.2.3 api-definition-op, api-definition-success: the definition conforms to OpenAPI 3.0")
    void theDefinitionIsOpenApi() {
        Response answer = API.get("/api");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/vnd.oai.openapi+json;version=3.0");
        JsonNode definition = ApiClient.json(answer);
        assertThat(definition.path("openapi").asText()).startsWith("3.0.");
        assertThat(ApiClient.text(answer)).as("no remote references").doesNotContainPattern("\"\\$ref\":\"[^#]");
    }

    @Test
    @DisplayName("A.2.4 conformance-op, conformance-success: the classes are listed")
    void theConformanceClassesAreListed() {
        List<String> classes = list(API.json("/conformance").path("conformsTo")).stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(classes)
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30");
        assertThat(list(API.json("/").path("conformsTo")).stream().map(JsonNode::asText))
                .isEqualTo(classes);
    }

    @Test
    @DisplayName("A.2.5 fc-md-op, fc-md-success, fc-md-links, fc-md-items: every collection is described and linked")
    void theCollectionsAreListed() {
        JsonNode page = API.json("/collections");
        assertThat(links(page, "self")).containsExactly(ApiClient.BASE + "/collections");
        assertThat(links(page, "alternate")).hasSize(1);
        assertThat(list(page.path("collections")))
                .extracting(one -> one.path("id").asText())
                .containsExactlyElementsOf(COLLECTIONS);
        list(page.path("collections")).forEach(collection -> {
            assertThat(links(collection, "items")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(list(collection.path("links")))
                    .allSatisfy(link -> assertThat(link.path("type").asText()).isNotEmpty());
            assertThat(list(collection.path("crs")).getFirst().asText())
                    .isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        });
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.5 fc-md-extent: all features are inside the extent of their collection")
    void theExtentContainsAllFeatures(String id) {
        JsonNode extent = API.json("/collections/" + id).path("extent");
        JsonNode box = extent.at("/spatial/bbox/0");
        assertThat(box).hasSize(4);
        Instant from = Instant.parse(extent.at("/temporal/interval/0/0").asText());
        Instant to = Instant.parse(extent.at("/temporal/interval/0/1").asText());
        assertThat(list(items(id, "").path("features"))).isNotEmpty().allSatisfy(feature -> {
            assertThat(feature.at("/bbox/0").asDouble())
                    .isGreaterThanOrEqualTo(box.path(0).asDouble());
            assertThat(feature.at("/bbox/3").asDouble())
                    .isLessThanOrEqualTo(box.path(3).asDouble());
            assertThat(Instant.parse(feature.at("/properties/datetime").asText()))
                    .isBetween(from, to);
        });
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.6 sfc-md-op, sfc-md-success: a collection by itself says what the list of all says")
    void aCollectionIsDescribedAlikeEverywhere(String id) {
        JsonNode alone = API.json("/collections/" + id);
        assertThat(list(API.json("/collections").path("collections"))).contains(alone);
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.7 fc-op, fc-response, fc-links, fc-numberMatched, fc-numberReturned: features can be had")
    void featuresAreServed(String id) {
        JsonNode page = items(id, "");
        assertThat(page.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(links(page, "self")).hasSize(1);
        assertThat(links(page, "alternate")).isNotEmpty();
        assertThat(page.path("features")).hasSize(page.path("numberReturned").asInt());
        assertThat(page.path("numberMatched").asInt())
                .isEqualTo(page.path("numberReturned").asInt());
        Response again = API.get(links(page, "self").getFirst());
        assertThat(ApiClient.json(again)).isEqualTo(page);
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.7 fc-limit-definition, fc-limit-response: no page exceeds the limit")
    void theLimitIsRespected(String id) {
        JsonNode page = API.json("/collections/" + id + "/items?limit=1");
        assertThat(page.path("features")).hasSize(1);
        assertThat(API.get("/collections/" + id + "/items?limit=0").status()).isEqualTo(400);
        Response above = API.get("/collections/" + id + "/items?limit=10001");
        assertThat(above.status()).isEqualTo(200);
        assertThat(ApiClient.json(above).path("features"))
                .isEqualTo(API.json("/collections/" + id + "/items?limit=10000").path("features"));
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.7 fc-bbox-definition, fc-bbox-response: only features that intersect the box are selected")
    void aBoundingBoxSelects(String id) {
        int all = items(id, "").path("numberMatched").asInt();
        assertThat(items(id, "&bbox=126.5,37.8,126.7,38").path("numberMatched").asInt())
                .isEqualTo(all);
        assertThat(items(id, "&bbox=126.5,37.8,-100,126.7,38,100")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(all);
        assertThat(items(id, "&bbox=10,50,11,51").path("numberMatched").asInt()).isZero();
        assertThat(items(id, "&bbox=170,-90,-170,90").path("numberMatched").asInt())
                .as("across the 180th meridian")
                .isZero();
        assertThat(items(id, "&bbox=120,-90,-170,90").path("numberMatched").asInt())
                .isEqualTo(all);
    }

    @Test
    @DisplayName("A.2.7 fc-bbox-response: a box that intersects some features")
    void aBoxThatIntersectsOneFactorySelectsIt() {
        assertThat(list(items("facilities", "&bbox=126.609,37.91,126.6105,37.95")
                        .path("features")))
                .extracting(feature -> feature.path("id").asText())
                .containsExactly("here:factory-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-05-03T02:11:07.123Z",
                "2013-05-03",
                "2013-05-03/2013-05-03",
                "2013-05-03T00:00:00Z/2013-05-04T00:00:00Z",
                "2013-05-03T09:00:00%2B09:00/2013-05-04T09:00:00%2B09:00"
            })
    @DisplayName("A.2.7 fc-time-definition, fc-time-response: only features of the time are selected")
    void aTimeSelects(String time) {
        assertThat(list(items("scenes", "&datetime=" + time).path("features")))
                .extracting(feature -> feature.path("id").asText())
                .containsExactly("here:LC09_116034_20130503");
    }

    @Test
    @DisplayName("A.2.7 fc-time-response: open intervals, with dots or an empty end")
    void anOpenIntervalSelects() {
        int all = items("scenes", "").path("numberMatched").asInt();
        assertThat(items("scenes", "&datetime=../2013-05-03")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(2);
        assertThat(items("scenes", "&datetime=/2013-05-03")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(2);
        assertThat(items("scenes", "&datetime=2013-05-03/..")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(all - 1);
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.7 query-param-unknown, query-param-invalid: both are rejected")
    void unknownAndInvalidParametersAreRejected(String id) {
        assertThat(API.get("/collections/" + id + "/items?unknown=1").status()).isEqualTo(400);
        assertThat(API.get("/collections/" + id + "/items?bbox=1,2").status()).isEqualTo(400);
        assertThat(API.get("/collections/" + id + "/items/x:y?limit=3").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.7 fc-links: pages follow each other without gap or repetition")
    void pagesHaveEveryFeatureOnce(String id) {
        List<JsonNode> paged = new ArrayList<>();
        String next = "/collections/" + id + "/items?limit=5";
        while (!next.isEmpty()) {
            JsonNode page = API.json(next);
            paged.addAll(list(page.path("features")));
            next = links(page, "next").stream().findFirst().orElse("");
        }
        assertThat(paged).isEqualTo(list(items(id, "").path("features"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.2.8 f-op, f-success, f-links: a single feature equals the one in the list")
    void aSingleFeatureEqualsTheOneInTheList(String id) {
        for (JsonNode feature : list(items(id, "").path("features"))) {
            Response alone = API.get(links(feature, "self").getFirst());
            assertThat(alone.headers()).containsEntry("Content-Type", "application/geo+json");
            assertThat(ApiClient.json(alone)).isEqualTo(feature);
            assertThat(links(feature, "collection")).containsExactly(ApiClient.BASE + "/collections/" + id);
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    @DisplayName("A.3 geojson: definition and content are GeoJSON")
    void featuresAreGeoJson(String id) {
        Response answer = API.get("/collections/" + id + "/items");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/geo+json");
        assertThat(list(ApiClient.json(answer).path("features"))).allSatisfy(feature -> {
            assertThat(feature.path("type").asText()).isEqualTo("Feature");
            assertThat(feature.path("geometry").path("type").asText()).isIn("Point", "Polygon", "MultiPolygon");
            assertThat(feature.path("properties").isObject()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/conformance",
                "/api",
                "/collections",
                "/collections/facilities",
                "/collections/observations/items",
                "/collections/alerts/items",
                "/collections/sources/items",
                "/collections/activity/items",
                "/collections/facilities/items/here:factory-1",
                "/missing",
                "/health"
            })
    @DisplayName("A.4 html: every resource has an HTML representation with links")
    void everyResourceHasHtml(String path) {
        Response byName = API.get(path + "?f=html");
        Response byHeader = API.get(path, "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        assertThat(byName.status()).isEqualTo(200);
        assertThat(byName.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
        assertThat(byHeader.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
        String text = ApiClient.text(byName);
        assertThat(text).startsWith("<!DOCTYPE html>").contains("<a href=\"" + ApiClient.BASE + "/");
        assertThat(text).as("data are escaped").doesNotContain("<more>");
    }

    @Test
    @DisplayName("A.5 oas30: the definition has every collection with its parameters")
    void theDefinitionHasEveryCollectionAndItsParameters() {
        JsonNode definition = API.json("/api");
        COLLECTIONS.forEach(id -> {
            JsonNode get = definition
                    .path("paths")
                    .path("/collections/" + id + "/items")
                    .path("get");
            assertThat(list(get.path("parameters")))
                    .extracting(parameter -> parameter.path("name").asText())
                    .contains("limit", "bbox", "datetime", "f");
            JsonNode bbox = list(get.path("parameters")).stream()
                    .filter(parameter -> parameter.path("name").asText().equals("bbox"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bbox.path("style").asText()).isEqualTo("form");
            assertThat(bbox.path("explode").asBoolean(true)).isFalse();
            assertThat(bbox.at("/schema/minItems").asInt()).isEqualTo(4);
            assertThat(bbox.at("/schema/maxItems").asInt()).isEqualTo(6);
            assertThat(get.at("/responses/200/content").has("application/geo+json"))
                    .isTrue();
        });
        assertThat(definition.path("servers").path(0).path("url").asText()).isEqualTo(ApiClient.BASE);
    }
}
