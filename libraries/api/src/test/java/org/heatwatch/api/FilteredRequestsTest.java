package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters in CQL2 (OGC API - Features, part 3, and the filter extension of STAC API). */
final class FilteredRequestsTest {
    private static final String OBSERVATIONS = "/collections/observations/items";

    private final ApiClient api = new ApiClient(
            new KnownSite("here", "Factory", 3).withSources().publish(60).sources());

    private static String filter(String text) {
        return "filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("features").forEach(feature -> ids.add(feature.path("id").asText()));
        return ids;
    }

    private JsonNode link(String address, String relation) {
        for (JsonNode link : api.json(address).path("links")) {
            if (link.path("rel").asText().equals(relation)) {
                return link;
            }
        }
        throw new AssertionError(address + " has no link " + relation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/collections/observations", "/collections/scenes"})
    void whatCanBeFilteredIsLinkedAndDescribed(String page) {
        JsonNode link = link(page, "http://www.opengis.net/def/rel/ogc/1.0/queryables");
        Response answer = api.get(link.path("href").asText());
        assertThat(answer.headers()).containsEntry("Content-Type", "application/schema+json");
        JsonNode schema = ApiClient.json(answer);
        assertThat(schema.path("$id")).isEqualTo(link.path("href"));
        assertThat(schema.at("/properties/datetime/format").asText()).isEqualTo("date-time");
        assertThat(schema.at("/properties/geometry/x-ogc-role").asText()).isEqualTo("primary-geometry");
        assertThat(schema.at("/properties/site/type").asText()).isEqualTo("string");
    }

    @Test
    void everyPropertyThatIsDescribedCanBeUsed() {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            String path = "/collections/" + collection.path("id").asText();
            api.json(path + "/queryables").path("properties").propertyStream().forEach(property -> {
                if (!property.getKey().equals("geometry")) {
                    String text = filter(property.getKey() + " IS NOT NULL");
                    assertThat(api.get(path + "/items?" + text).status())
                            .as(path + " " + property.getKey())
                            .isEqualTo(200);
                }
            });
        }
    }

    @Test
    void onlyFeaturesThatMeetTheConditionAreListed() {
        JsonNode page = api.json(OBSERVATIONS + "?limit=1000&"
                + filter("state = 'ON' AND effectiveKelvin BETWEEN 5 AND 5.5 AND datetime >= DATE('2013-06-01')"));
        assertThat(page.path("features")).isNotEmpty().allSatisfy(feature -> {
            JsonNode properties = feature.path("properties");
            assertThat(properties.path("state").asText()).isEqualTo("ON");
            assertThat(properties.path("effectiveKelvin").asDouble()).isBetween(5.0, 5.5);
            assertThat(properties.path("datetime").asText()).isGreaterThan("2013-06-01");
        });
    }

    @Test
    void aFilterAndItsOppositeAndTheUnknownMakeAll() {
        int all = api.json(OBSERVATIONS).path("numberMatched").asInt();
        int sum = 0;
        for (String text : List.of("score > 50", "NOT score > 50", "score IS NULL")) {
            sum += api.json(OBSERVATIONS + "?" + filter(text))
                    .path("numberMatched")
                    .asInt();
        }
        assertThat(sum).isEqualTo(all);
    }

    @Test
    void pagesOfAFilteredListHaveEveryFeatureOnce() {
        String query = "?limit=7&sortby=-score&" + filter("facility IN ('factory-1', 'factory-2') AND counted = TRUE");
        List<String> found = new ArrayList<>();
        JsonNode page = api.json(OBSERVATIONS + query);
        int matched = page.path("numberMatched").asInt();
        while (true) {
            found.addAll(ids(page));
            String next = "";
            for (JsonNode link : page.path("links")) {
                if (link.path("rel").asText().equals("next")) {
                    next = link.path("href").asText();
                }
            }
            if (next.isEmpty()) {
                break;
            }
            page = api.json(next);
        }
        assertThat(found).hasSize(matched).doesNotHaveDuplicates().hasSizeGreaterThan(14);
    }

    @Test
    void aTokenIsValidForItsFilterOnly() {
        String next = link(OBSERVATIONS + "?limit=7&" + filter("counted = TRUE"), "next")
                .path("href")
                .asText();
        assertThat(api.get(next).status()).isEqualTo(200);
        assertThat(api.get(next.replace("TRUE", "FALSE")).status()).isEqualTo(400);
    }

    @Test
    void theSearchIsFilteredByGetAndByPost() {
        String text =
                "collection = 'scenes' AND clearFraction > 0.5 AND " + "S_INTERSECTS(geometry, POINT(126.62 37.93))";
        List<String> got = ids(api.json("/search?limit=5&filter-lang=cql2-text&" + filter(text)));
        Response posted = api.send(
                "POST",
                "/search",
                "{\"limit\": 5, \"filter-lang\": \"cql2-text\", \"filter\": \"" + text + "\"}",
                "Content-Type",
                "application/json");
        assertThat(got).hasSize(5).isEqualTo(ids(ApiClient.json(posted)));
        assertThat(ids(api.json("/search?" + filter("S_INTERSECTS(geometry, BBOX(10, 50, 11, 51))"))))
                .isEmpty();
    }

    @Test
    void aCollectionWithoutThePropertyHasNoMatch() {
        assertThat(ids(api.json("/search?limit=1000&" + filter("kelvinSquareMetres > 0"))))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("here:"));
        assertThat(api.json("/search?collections=scenes&" + filter("kelvinSquareMetres > 0"))
                        .path("numberMatched")
                        .asInt())
                .isZero();
    }

    @Test
    void anInvalidFilterNamesTheParameterThePositionAndTheRemedy() {
        JsonNode problem = ApiClient.json(api.get(OBSERVATIONS + "?" + filter("state = ON")));
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("parameter").asText()).isEqualTo("filter");
        assertThat(problem.path("detail").asText()).contains("character 9", "'ON' is not a property");
    }

    @Test
    void bothFormsOfAFilterSelectTheSame() {
        String json = """
                {"op": "and", "args": [
                  {"op": "=", "args": [{"property": "state"}, "ON"]},
                  {"op": "between", "args": [{"property": "effectiveKelvin"}, 5, 5.5]},
                  {"op": ">=", "args": [{"property": "datetime"}, {"date": "2013-06-01"}]}]}""";
        String text = "state = 'ON' AND effectiveKelvin BETWEEN 5 AND 5.5 AND datetime >= DATE('2013-06-01')";
        List<String> found = ids(api.json(OBSERVATIONS + "?limit=1000&filter-lang=cql2-json&" + filter(json)));
        assertThat(found).isNotEmpty().isEqualTo(ids(api.json(OBSERVATIONS + "?limit=1000&" + filter(text))));
        Response posted = api.send(
                "POST",
                "/search",
                "{\"limit\": 1000, \"collections\": [\"observations\"], \"filter\": " + json + "}",
                "Content-Type",
                "application/json");
        assertThat(ids(ApiClient.json(posted))).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void pagesOfAPostedFilterContinueWithTheMergedBody() {
        String body = "\"limit\": 5, \"collections\": [\"observations\"], \"filter\": "
                + "{\"op\": \"not\", \"args\": [{\"op\": \"isNull\", \"args\": [{\"property\": \"score\"}]}]}";
        JsonNode first =
                ApiClient.json(api.send("POST", "/search", "{" + body + "}", "Content-Type", "application/json"));
        String token = "";
        for (JsonNode link : first.path("links")) {
            if (link.path("rel").asText().equals("next")) {
                token = link.at("/body/token").asText();
            }
        }
        JsonNode second = ApiClient.json(api.send(
                "POST", "/search", "{" + body + ", \"token\": \"" + token + "\"}", "Content-Type", "application/json"));
        assertThat(ids(second)).hasSize(5).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void aFilterInAnotherLanguageThanStatedIsRefusedWithTheRemedy() {
        String json = filter("{\"op\": \"=\", \"args\": [{\"property\": \"state\"}, \"ON\"]}");
        assertThat(detail("filter-lang=cql2-json&" + filter("state = 'ON'")))
                .contains("is not a JSON object; write one, or leave out filter-lang=cql2-json");
        assertThat(detail(json)).contains("is in JSON; add filter-lang=cql2-json");
        assertThat(detail("filter-lang=cql2-text&" + json)).contains("is in JSON; add filter-lang=cql2-json");
    }

    private String detail(String query) {
        Response answer = api.get(OBSERVATIONS + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(ApiClient.json(answer).path("parameter").asText()).isEqualTo("filter");
        return ApiClient.json(answer).path("detail").asText();
    }

    @Test
    void tablesAndMapsAreFilteredToo() {
        String query = "?limit=1000&" + filter("effectiveKelvin > 5");
        int count = api.json(OBSERVATIONS + query).path("features").size();
        assertThat(ApiClient.text(api.get(OBSERVATIONS + query + "&f=csv")).lines())
                .hasSize(count + 1);
    }
}
