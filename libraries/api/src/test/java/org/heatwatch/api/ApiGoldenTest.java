package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heatwatch.golden.Golden;
import org.heatwatch.golden.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The public names of the API: paths, parameters, collections and properties. */
final class ApiGoldenTest {
    private static final List<String> COLLECTIONS =
            List.of("facilities", "observations", "hotspots", "sources", "activity", "alerts", "scenes");

    /** Members whose values are texts for readers, which may change. */
    private static final Set<String> WORDS = Set.of("description", "summary", "title");

    private static final ApiClient API = new ApiClient(
            new KnownSite("here", "Factory", 3).withSources().publish(12).sources());

    static Stream<String> collections() {
        return COLLECTIONS.stream();
    }

    private static Golden golden(String name) {
        return Golden.file("http/" + name)
                .within(Tolerance.DEGREES, "/**/coordinates/**", "/**/bbox/**", "/**/longitude", "/**/latitude")
                .withSets("/**/required", "/**/enum", "/**/conformsTo", "/**/tags");
    }

    /**
     * The same JSON without texts for readers. Arrays of links and parameters become objects, because elements may be
     * added at any position.
     */
    private static JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                JsonNode value = member.getValue();
                switch (member.getKey()) {
                    case "links" -> named.set("links", links(value));
                    case "parameters" -> named.set("parameters", parameters(value));
                    default -> {
                        if (!(WORDS.contains(member.getKey()) && value.isTextual())) {
                            named.set(member.getKey(), named(value));
                        }
                    }
                }
            });
            return named;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode named = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> named.add(named(element)));
            return named;
        }
        return node;
    }

    private static JsonNode links(JsonNode links) {
        if (!links.isArray()) {
            return named(links);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        links.forEach(link -> named.set(
                "%s %s %s"
                        .formatted(
                                link.path("rel").asText(),
                                link.path("method").asText("GET"),
                                link.path("href").asText()),
                named(link)));
        return named;
    }

    private static JsonNode parameters(JsonNode parameters) {
        if (!parameters.isArray()) {
            return named(parameters);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        parameters.forEach(parameter -> named.set(
                parameter.has("$ref")
                        ? parameter.path("$ref").asText()
                        : parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                named(parameter)));
        return named;
    }

    @Test
    void theDefinitionKeepsItsPathsMethodsParametersAndSchemas() {
        ObjectNode definition = (ObjectNode) named(API.json("/api"));
        golden("definition.json").holdsIn(definition.without(List.of("info", "servers", "tags")));
    }

    @Test
    void theFormatOfTheLandingPageDependsOnAccept() {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String accept : List.of(
                "application/json",
                "application/geo+json, application/json;q=0.9",
                "*/*",
                "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")) {
            answers.put("Accept: " + accept, type(API.get("/", "Accept", accept)));
        }
        answers.put("no Accept", type(API.get("/")));
        answers.put("?f=json", type(API.get("/?f=json", "Accept", "text/html")));
        answers.put("?f=html", type(API.get("/?f=html", "Accept", "application/json")));
        answers.put("page", named(API.json("/")));
        golden("landing.json").holdsIn(answers);
    }

    private static String type(Response response) {
        return response.status() + " " + ApiClient.header(response, "Content-Type");
    }

    @Test
    void collectionsKeepTheirMembers() {
        JsonNode page = API.json("/collections");
        Map<String, Object> collections = new LinkedHashMap<>();
        page.path("collections")
                .forEach(collection -> collections.put(collection.path("id").asText(), named(collection)));
        golden("collections.json").holdsIn(collections);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void itemsKeepTheirMembersAndProperties(String collection) {
        golden("items/" + collection + ".json")
                .holdsIn(named(API.json("/collections/" + collection + "/items?limit=3")));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void tablesKeepTheirColumns(String collection) {
        golden("items/" + collection + ".csv")
                .within(Tolerance.DEGREES, "longitude", "latitude")
                .holdsInTable(ApiClient.text(API.get("/collections/" + collection + "/items?limit=3&f=csv")));
    }

    /** Only scenes of real sites have assets at USGS. */
    @Test
    void scenesKeepTheirAssets() {
        Map<String, Object> assets = new LinkedHashMap<>();
        for (boolean isSimulated : new boolean[] {true, false}) {
            new ApiClient(new KnownSite("here", "Factory", 2, isSimulated)
                            .publish(2)
                            .sources())
                    .json("/collections/scenes/items")
                    .path("features")
                    .forEach(scene -> assets.put(
                            "%s%s".formatted(scene.path("id").asText(), isSimulated ? ", simulated" : ""),
                            named(scene.path("assets"))));
        }
        golden("assets.json").withSets("/**/roles").holdsIn(assets);
    }

    @Test
    void otherResourcesKeepTheirMembers() {
        ApiClient withoutSources =
                new ApiClient(new KnownSite("here", "Factory", 3).publish(12).sources());
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String address : List.of(
                "/timeline",
                "/heatmaps/" + KnownSite.acquisition(4) + ".json",
                "/charts/factory-1.json",
                "/sites/here.geojson",
                "/missing",
                "/health",
                "/search?limit=1")) {
            answers.put(address, skeleton(named(withoutSources.json(address))));
        }
        golden("others.json").holdsIn(answers);
    }

    /** The names and types of members; of an array, only of its first element. */
    private static JsonNode skeleton(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode names = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> names.set(member.getKey(), skeleton(member.getValue())));
            return names;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode first = JsonNodeFactory.instance.arrayNode();
            array.valueStream().limit(1).forEach(element -> first.add(skeleton(element)));
            return first;
        }
        return JsonNodeFactory.instance.textNode(node.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
    }
}
