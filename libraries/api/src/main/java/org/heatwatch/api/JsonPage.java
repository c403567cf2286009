package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Renders a JSON response as HTML: scalar members as a table of properties, arrays of objects as tables, other arrays
 * as lists, and image links as images.
 */
final class JsonPage {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Members that only programs need, or that the page shows elsewhere. */
    private static final Set<String> OMITTED = Set.of(
            "type",
            "id",
            "title",
            "stac_version",
            "license",
            "itemType",
            "collection",
            "links",
            "assets",
            "geometry",
            "bbox",
            "extent",
            "crs",
            "start_datetime",
            "end_datetime",
            "numberMatched",
            "numberReturned");

    /** Relations of links that the page omits or shows elsewhere. */
    private static final Set<String> OTHER_LINKS =
            Set.of("self", "root", "parent", "alternate", "license", "service-desc");

    private final JsonNode json;
    private final Html html;

    private JsonPage(JsonNode json, Html html) {
        this.json = json;
        this.html = html;
    }

    /**
     * Renders a response.
     *
     * @param content JSON
     * @param route route that produced the content
     */
    static Content of(Content content, Route route, Exchange exchange) {
        JsonNode json;
        try {
            json = MAPPER.readTree(content.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse the response", e);
        }
        String title = Stream.of(json, json.path("properties"))
                .map(node -> node.path("title").asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(route.summary());
        Html html = new Html(title, exchange.addresses().of("/?f=html"))
                .intro(json.path("description").asText())
                .simulated(isSimulated(json))
                .formats(route.formats().stream()
                        .filter(format -> format != ResponseFormat.HTML)
                        .map(format -> new Html.Cell(format.code().toUpperCase(Locale.ROOT), exchange.inFormat(format)))
                        .toList());
        new JsonPage(json, html).add();
        Content page = html.content();
        for (Map.Entry<String, String> header : content.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    private static boolean isSimulated(JsonNode json) {
        return Stream.concat(
                        Stream.of(json, json.path("properties")),
                        json.path("features").valueStream().map(feature -> feature.path("properties")))
                .anyMatch(node -> node.path("simulated").asBoolean());
    }

    private void add() {
        Stream.concat(json.path("links").valueStream(), json.path("assets").valueStream())
                .filter(file -> List.of(MediaTypes.SVG, MediaTypes.PNG)
                        .contains(file.path("type").asText()))
                .forEach(picture -> html.picture(
                        "", picture.path("href").asText(), picture.path("title").asText()));
        values(
                "",
                members(json)
                        .filter(member -> member.getValue().isValueNode())
                        .filter(member -> !member.getKey().equals("description")));
        boolean isList = json.has("features");
        if (!isList) {
            links();
        }
        members(json)
                .filter(member -> member.getValue().isContainerNode())
                .forEach(member -> container(member.getKey(), member.getValue()));
        if (isList) {
            links();
        }
    }

    private void links() {
        List<Html.Cell> links = Stream.concat(
                        json.path("links").valueStream(), json.path("assets").valueStream())
                .filter(link -> !OTHER_LINKS.contains(link.path("rel").asText()))
                .map(link -> new Html.Cell(
                        link.path("title").asText(), link.path("href").asText()))
                .toList();
        if (!links.isEmpty()) {
            html.list("", links);
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> members(JsonNode object) {
        return object.properties().stream().filter(member -> !OMITTED.contains(member.getKey()));
    }

    private void container(String name, JsonNode value) {
        if (value.isObject()) {
            values(
                    name.equals("properties") ? "" : name,
                    members(value).filter(member -> !member.getValue().isObject()));
        } else if (value.path(0).isObject()) {
            table(json.has("numberMatched") ? found() : name, value);
        } else if (value.isEmpty()) {
            html.list("%s: none".formatted(name), List.of());
        } else {
            html.list(
                    name,
                    value.valueStream()
                            .map(JsonNode::asText)
                            .map(text -> text.startsWith("https://") || text.startsWith("http://")
                                    ? new Html.Cell(text, text)
                                    : Html.Cell.of(text))
                            .toList());
        }
    }

    /** For example {@code 10 of 42}: features on this page, and matched in total. */
    private String found() {
        return "%d of %d"
                .formatted(
                        json.path("numberReturned").asInt(),
                        json.path("numberMatched").asInt());
    }

    /** Adds a table with one row per member. */
    private void values(String heading, Stream<Map.Entry<String, JsonNode>> members) {
        List<List<Html.Cell>> rows = members.map(member -> List.of(
                        Html.Cell.of(member.getKey()), Html.Cell.of(Html.text(member.getKey(), member.getValue()))))
                .toList();
        if (!rows.isEmpty()) {
            html.table(heading, List.of("property", "value"), rows);
        }
    }

    /** Adds a table of objects; of features, their properties. Titles link to the objects. */
    private void table(String heading, JsonNode objects) {
        List<String> columns = members(described(objects.path(0)))
                .filter(member -> !member.getValue().isObject())
                .map(Map.Entry::getKey)
                .toList();
        boolean isTitled = described(objects.path(0)).has("title");
        List<String> headings = new ArrayList<>(columns);
        if (isTitled) {
            headings.addFirst("title");
        }
        html.table(
                heading,
                headings,
                objects.valueStream().map(object -> row(object, headings)).toList());
    }

    private static List<Html.Cell> row(JsonNode object, List<String> columns) {
        JsonNode described = described(object);
        return columns.stream()
                .map(column -> {
                    String text = Html.text(column, described.path(column));
                    return column.equals("title")
                            ? new Html.Cell(text, self(object).orElse(null))
                            : Html.Cell.of(text);
                })
                .toList();
    }

    private static JsonNode described(JsonNode object) {
        return object.path("properties").isObject() && object.has("geometry") ? object.path("properties") : object;
    }

    private static Optional<String> self(JsonNode object) {
        return object.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asText().equals("self"))
                .map(link -> link.path("href").asText() + "?f=html")
                .findFirst();
    }
}
