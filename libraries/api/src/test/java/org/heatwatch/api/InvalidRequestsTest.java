package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Outbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid request gets a problem document that names the parameter, without a stack trace or a status above 499. */
final class InvalidRequestsTest {
    private static final ApiClient API =
            new ApiClient(new KnownSite("here", "Factory", 3).publish(12).sources());
    private static final String ITEMS = "/collections/observations/items";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | 0",
                "limit | -1",
                "limit | many",
                "limit | 99999999999999999999",
                "limit | 1.5",
                "bbox | 1,2,3",
                "bbox | a,b,c,d",
                "bbox | 1,2,3,NaN",
                "bbox | 0,50,1,40",
                "bbox | -1e308,-1e308,1e308,1e308",
                "bbox | 1e999999999,0,1,1",
                "bbox | 0,0,10,1,1,5",
                "datetime | yesterday",
                "datetime | 2025-02-30",
                "datetime | 2025-11-04T25:00:00Z",
                "datetime | 2025-11-05/2025-11-04",
                "datetime | ../..",
                "datetime | a/b/c",
                "datetime | +999999999-01-01",
                "token | %21",
                "token | AAAA",
                "token | W10",
                "token | WyJhIiwxXQ",
                "sortby | colour",
                "sortby | -",
                "sortby | id,id,id,id,id,id",
                "sortby | flags",
                "facility | Not%20A%20Slug",
                "acquisition | LC08",
                "role | boss",
                "state | on",
                "status | seen",
                "confidence | sure",
                "minScore | -1",
                "minScore | 101",
                "minScore | x",
                "maxScore | 1e400",
                "site | ..%2F..%2Fetc",
                "f | xml",
                "nonsense | 1",
                "'' | 1"
            })
    void anInvalidParameterIsNamed(String name, String value) {
        Response answer = API.get(ITEMS + "?" + name + "=" + value);
        assertThat(answer.status()).as(ApiClient.text(answer)).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = ApiClient.json(answer);
        assertThat(problem.path("parameter").asText()).isEqualTo(name);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asText()).isNotEmpty().doesNotContain("Exception", "java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/heatmaps/LC08_116034_20130425.png?size=299 | size",
                "/heatmaps/LC08_116034_20130425.png?size=3001 | size",
                "/heatmaps/LC08_116034_20130425.png?quantity=colour | quantity",
                "/heatmaps/LC08_116034_20130425.png?site=A | site",
                "/clips/LC08_116034_20130425.tif?size=400 | size",
                "/charts/factory-1.svg?datetime=x | datetime",
                "/missing?datetime=2025-01-02/2025-01-01 | datetime",
                "/missing?f=kml | f",
                "/?x=1 | x",
                "/health?x=1 | x",
                "/collections?limit=1 | limit",
                "/search?ids=a%20b | ids",
                "/search?collections=cats | collections",
                "/search?intersects=%7B | intersects",
                "/search?intersects=%7B%22type%22:%22Point%22%7D | intersects",
                "/search?intersects=5 | intersects",
                "/search?bbox=0,0,1,1&intersects=%7B%22type%22:%22Point%22,%22coordinates%22:[1,2]%7D | intersects"
            })
    void everyResourceRejectsUnknownAndInvalidParameters(String address, String parameter) {
        Response answer = API.get(address);
        assertThat(answer.status()).as(ApiClient.text(answer)).isEqualTo(400);
        assertThat(ApiClient.json(answer).path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void everyParameterOfEveryResourceIsNamedIfItsValueIsInvalid() {
        int checked = 0;
        for (Map.Entry<String, JsonNode> page : API.json("/api").path("paths").properties()) {
            String path = page.getKey()
                    .replace("{featureId}", "here:factory-1")
                    .replace("{acquisition}", "LC08_116034_20130425")
                    .replace("{facility}", "factory-1");
            for (JsonNode parameter : page.getValue().path("get").path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    String name = parameter.path("name").asText();
                    Response answer = API.get(path + "?" + name + "=%00%25");
                    assertThat(answer.status()).as(path + " " + name).isEqualTo(400);
                    assertThat(ApiClient.json(answer).path("parameter").asText())
                            .isEqualTo(name);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(70);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/collections/cats",
                "/collections/cats/items",
                "/collections/facilities/items/nothing",
                "/collections/facilities/items/here:nothing",
                "/collections/facilities/items/nowhere:factory-1",
                "/collections/observations/items/here:factory-1:LC08_116034_29991332",
                "/collections/scenes/items/here:LC08_999999_20130425",
                "/collections/facilities/items?facility=factroy-1",
                "/collections/facilities/items?site=nowhere",
                "/heatmaps/LC08_116034_20130426.png",
                "/heatmaps/x.png",
                "/heatmaps/LC08_116034_20130425.jpg",
                "/heatmaps/LC08_116034_20130425.png?site=nowhere",
                "/clips/LC08_116034_20130426.tif",
                "/charts/nothing.svg",
                "/missing?site=nowhere"
            })
    void unknownResourcesAreNotFound(String address) {
        Response answer = API.get(address);
        assertThat(answer.status()).as(ApiClient.text(answer)).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void anUnsupportedMethodGetsTheAllowedMethods(String method) {
        Response answer = API.send(method, ITEMS, "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "5", "null", "{\"limit\": [[1]]}", "{\"unknown\": 1}", "{\"bbox\": {}}"})
    void aPostedSearchMustBeAnObjectOfParameters(String body) {
        Response answer = API.send("POST", "/search", body);
        assertThat(answer.status()).as(ApiClient.text(answer)).isEqualTo(400);
        assertThat(ApiClient.json(answer).path("parameter").asText()).isNotEmpty();
    }

    @Test
    void aVeryLongPathIsNotFound() {
        assertThat(API.get("/" + "a".repeat(10_000)).status()).isEqualTo(404);
        assertThat(API.get("/collections/facilities/items/" + "a".repeat(10_000))
                        .status())
                .isEqualTo(404);
        assertThat(API.get("/%2e%2e/%2e%2e/etc/passwd").status()).isEqualTo(404);
        assertThat(API.get("/\u0000").status()).isEqualTo(404);
    }

    @Test
    void aVeryLongValueIsRejected() {
        Response answer = API.get(ITEMS + "?facility=" + "a,".repeat(5000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(1000);
        assertThat(API.get(ITEMS + "?" + "n".repeat(9000) + "=1").status()).isEqualTo(400);
    }

    @Test
    void aRepeatedParameterIsRejected() {
        assertThat(ApiClient.json(API.get(ITEMS + "?limit=1&limit=2"))
                        .path("parameter")
                        .asText())
                .isEqualTo("limit");
    }

    @Test
    void theSiteIsRequiredIfThereAreSeveral() {
        KnownSite one = new KnownSite("here", "Factory", 1).publish(2);
        one.sources()
                .ledger()
                .putSite(SiteDefinition.first(
                        one.sources()
                                .ledger()
                                .site("here")
                                .orElseThrow()
                                .text()
                                .replace("\"id\": \"here\"", "\"id\": \"there\""),
                        "test"));
        ApiClient api = new ApiClient(one.sources());
        assertThat(ApiClient.json(api.get("/missing")).path("parameter").asText())
                .isEqualTo("site");
        assertThat(api.get("/missing?site=here").status()).isEqualTo(200);
        assertThat(api.get("/collections/facilities/items?site=here").status()).isEqualTo(200);
        assertThat(api.json("/collections/facilities/items")
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anUnavailableStoreIsReportedAs503() {
        KnownSite site = new KnownSite("here", "Factory", 1);
        List<RuntimeException> reported = new ArrayList<>();
        Sources unavailable = site.sources((Outbox)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Outbox.class}, (_, _, _) -> {
                    throw new SourceUnavailable("the table", "does not answer", "try again");
                }));
        Response answer =
                new ApiClient(new HeatWatchApi(unavailable, reported::add)).get("/collections/facilities/items");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(ApiClient.text(answer)).doesNotContain("Exception", "the table");
        assertThat(reported).hasSize(1);
    }
}
