package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as clients of other makers send them. */
final class ClientHabitsTest {
    private static final ApiClient API =
            new ApiClient(new KnownSite("here", "Factory", 3).publish(12).sources());
    private static final String CLIP = "/clips/LC08_116034_20130425.tif";

    private static JsonNode search(String body) {
        Response answer = API.send("POST", "/search", body, "Content-Type", "application/json");
        assertThat(answer.status()).as(ApiClient.text(answer)).isEqualTo(200);
        return ApiClient.json(answer);
    }

    private static int matched(String body) {
        return search(body).path("numberMatched").asInt();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("features").spliterator(), false)
                .map(feature -> feature.path("id").asText())
                .toList();
    }

    @Test
    void aDirectionInAnyCaseSorts() {
        String body = "{\"collections\": [\"facilities\"], \"sortby\": [{\"field\": \"id\", \"direction\": \"%s\"}]}";
        List<String> ascending = ids(search(body.formatted("asc")));
        List<String> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);

        assertThat(ids(search(body.formatted("ASC")))).isEqualTo(ascending);
        assertThat(ids(search(body.formatted("DESC")))).isEqualTo(descending);
        assertThat(ids(search(body.formatted("Desc")))).isEqualTo(descending);
        assertThat(API.send("POST", "/search", body.formatted("down")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collections", "bbox", "sortby", "site"})
    void anEmptyListIsNoCondition(String parameter) {
        assertThat(matched("{\"%s\": []}".formatted(parameter)))
                .isEqualTo(matched("{}"))
                .isPositive();
    }

    @Test
    void anEmptyListOfIdsSelectsNothing() {
        assertThat(matched("{\"ids\": []}")).isZero();
    }

    private static String circle(int corners) {
        String points = IntStream.rangeClosed(0, corners)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * (i % corners) / corners;
                    return String.format(
                            Locale.ROOT, "[%.12f, %.12f]", 126.63 + Math.cos(angle), 37.93 + Math.sin(angle));
                })
                .collect(Collectors.joining(", "));
        return "{\"type\": \"Polygon\", \"coordinates\": [[%s]]}".formatted(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 200, 999})
    void aGeometryOfUpToAThousandPointsSelects(int corners) {
        String body = "{\"collections\": [\"facilities\"], \"intersects\": %s}".formatted(circle(corners));

        assertThat(matched(body)).isEqualTo(3);
        assertThat(API.send("POST", "/search", body.replace(circle(corners), circle(1001)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aHundredAndOneIdsSelect() {
        String ids =
                IntStream.range(0, 100).mapToObj("\"here:other-%d\""::formatted).collect(Collectors.joining(", "));

        assertThat(matched("{\"ids\": [%s, \"here:factory-1\"]}".formatted(ids)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:OGC:1.3:CRS84, 200",
        "urn:ogc:def:crs:OGC::CRS84, 200",
        "EPSG:4326, 200",
        "urn:ogc:def:crs:EPSG::4326, 200",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 200",
        "urn:ogc:def:crs:EPSG::3857, 400"
    })
    void aCoordinateSystemInDegreesIsAccepted(String name, int status) {
        String geometry = circle(12)
                .replaceFirst(
                        "\\{", "{\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"%s\"}}, ".formatted(name));

        assertThat(API.send("POST", "/search", "{\"intersects\": %s}".formatted(geometry))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/collections/, /collections",
        "/collections/facilities/items/?limit=1, /collections/facilities/items?limit=1",
        "/search//, /search"
    })
    void aTrailingSlashIsRedirected(String asked, String right) {
        Response answer = API.get(asked);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(ApiClient.header(answer, "Location")).isEqualTo(ApiClient.BASE + right);
        assertThat(API.get(right).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/", "/a%3Fb/", "/collections%0D%0Ax/"})
    void aTrailingSlashOfAnUnknownPathIsNotRedirected(String asked) {
        Response answer = API.get(asked);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).doesNotContainKey("Location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fbclid=x", "gclid=x", "utm_source=news&utm_medium=social", "_=1", "mc_cid=1&mc_eid=2"})
    void aPageIgnoresTrackingParametersAndDataRefuseThem(String parameters) {
        for (String page :
                List.of("/", "/editor", "/collections", "/collections/facilities/items", "/api", "/missing")) {
            assertThat(API.get(page + "?" + parameters, "Accept", "text/html,*/*;q=0.8")
                            .status())
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(API.get("/collections/facilities/items?" + parameters).status())
                .isEqualTo(400);
        assertThat(API.get("/?colour=red", "Accept", "text/html").status()).isEqualTo(400);
    }

    @Test
    void aSingleFeatureHasAlternates() {
        JsonNode links =
                API.json("/collections/facilities/items/here:factory-1").path("links");

        assertThat(StreamSupport.stream(links.spliterator(), false)
                        .filter(link -> link.path("rel").asText().equals("alternate"))
                        .map(link -> link.path("type").asText()))
                .contains("text/html");
        for (JsonNode link : links) {
            if (link.path("rel").asText().equals("alternate")) {
                String path = link.path("href").asText().substring(ApiClient.BASE.length());
                assertThat(API.get(path).status()).as(path).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 9", "bytes=5-, 5, -1", "bytes=-7, -7, -1", "bytes=3-99999999, 3, -1"})
    void aRangeOfAClipIsReturned(String header, int from, int to) {
        byte[] whole = API.get(CLIP).body();
        int first = from < 0 ? whole.length + from : from;
        int last = to < 0 ? whole.length - 1 : to;

        Response answer = API.get(CLIP, "Range", header);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, first, last + 1));
        assertThat(ApiClient.header(answer, "Content-Range"))
                .isEqualTo("bytes %d-%d/%d".formatted(first, last, whole.length));
    }

    @Test
    void aRangeBeyondAClipIsNotSatisfiable() {
        assertThat(API.get(CLIP, "Range", "bytes=999999999-").status()).isEqualTo(416);
        assertThat(API.get(CLIP, "Range", "bytes=-0").status()).isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=9-3", "bytes=0-1,4-5", "lines=0-1", "bytes=-", "bytes=a-b"})
    void aRangeThatIsNotUnderstoodIsIgnored(String header) {
        assertThat(API.get(CLIP, "Range", header).status()).isEqualTo(200);
    }

    @Test
    void aConditionalRangeOfAWeakTagGivesTheWholeClip() {
        String tag = ApiClient.header(API.get(CLIP), "ETag");

        assertThat(API.get(CLIP, "Range", "bytes=0-9", "If-Range", tag).status())
                .isEqualTo(200);
    }

    @Test
    void theHeadOfAClipHasItsLength() {
        Response head = API.send("HEAD", CLIP, "");

        assertThat(head.headers())
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("Content-Length", Integer.toString(API.get(CLIP).body().length));
    }

    @Test
    void aVeryLargeLimitCountsAsTheMaximum() {
        assertThat(API.get("/collections/observations/items?limit=10000000000").status())
                .isEqualTo(200);
    }

    @Test
    void hotSpotsSayWhetherTheyAreOfADayOrANightPass() {
        assertThat(API.json("/collections/hotspots/items")
                        .at("/features/0/properties/pass")
                        .asText())
                .isIn("day", "night");
        assertThat(API.get("/collections/hotspots/items?pass=night").status()).isEqualTo(200);
    }

    @Test
    void everyQueryParameterStatesItsForm() {
        for (var path : API.json("/api").path("paths").properties()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    assertThat(parameter.path("style").asText()).isEqualTo("form");
                    assertThat(parameter.path("explode").asBoolean(true)).isFalse();
                }
            }
        }
    }
}
