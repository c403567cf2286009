package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Serves the search across collections (STAC API - Item Search 1.0). */
final class SearchResource {
    static final String BODY = "body";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BODY_BYTES = 60_000;
    /** Matches no feature: every id contains the id of a site. */
    private static final String NO_ID = "-";

    private final ItemsResource items;
    private final List<WatchCollection> all;
    private final Parameter<List<String>> collections;

    SearchResource(ItemsResource items, List<WatchCollection> all) {
        this.items = items;
        this.all = all;
        this.collections = Parameter.choices(
                "collections",
                "Only features of these collections.",
                all.stream().map(WatchCollection::id).toList());
    }

    Route route() {
        return Route.of(
                        "/search",
                        "search",
                        "Search",
                        "Search for features in several collections",
                        Schemas.FEATURES,
                        List.of(ResponseFormat.JSON),
                        List.of(MediaTypes.GEOJSON),
                        List.of(
                                CommonParameters.LIMIT,
                                CommonParameters.BBOX,
                                CommonParameters.INTERSECTS,
                                CommonParameters.DATETIME,
                                CommonParameters.IDS,
                                collections,
                                CommonParameters.sortBy(all),
                                CommonParameters.TOKEN,
                                CommonParameters.SITE,
                                CommonParameters.LANGUAGE,
                                new Queryables(all).filter(),
                                Queryables.FILTER_LANGUAGE,
                                Queryables.FILTER_CRS),
                        this::search)
                .withInput(Route.Input.URL_OR_BODY);
    }

    private PreparedContent search(Exchange exchange) {
        Arguments arguments = exchange.arguments();
        if (arguments.get(CommonParameters.BBOX).isPresent()
                && arguments.get(CommonParameters.INTERSECTS).isPresent()) {
            throw Problem.badParameter("intersects", "cannot be combined with bbox");
        }
        List<String> wanted = arguments.get(collections, List.of());
        List<WatchCollection> selected = all.stream()
                .filter(collection -> wanted.isEmpty() || wanted.contains(collection.id()))
                .toList();
        return items.search(selected, exchange);
    }

    /**
     * Converts the JSON body of a POST request to query parameters.
     *
     * @throws Problem if the body is not a JSON object of parameters
     */
    static Map<String, List<String>> query(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            throw Problem.badParameter(BODY, "longer than %d bytes".formatted(MAX_BODY_BYTES));
        }
        try {
            JsonNode parameters = MAPPER.readTree(body);
            if (parameters == null || !parameters.isObject()) {
                throw Problem.badParameter(BODY, "not a JSON object; send one such as {\"collections\": [\"scenes\"]}");
            }
            Map<String, List<String>> query = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : parameters.properties()) {
                JsonNode value = member.getValue();
                // An empty list selects nothing only among ids; otherwise there is no condition.
                boolean isAbsent = value.isNull() || (value.isArray() && value.isEmpty());
                if (isAbsent && value.isArray() && member.getKey().equals(CommonParameters.IDS.name())) {
                    query.put(member.getKey(), List.of(NO_ID));
                } else if (!isAbsent) {
                    query.put(member.getKey(), List.of(text(member.getKey(), value)));
                }
            }
            Queryables.addLanguage(query);
            return query;
        } catch (IOException e) {
            throw Problem.badParameter(BODY, "not valid JSON; send an object such as {\"collections\": [\"scenes\"]}");
        }
    }

    private static String sign(String direction) {
        return switch (direction.toLowerCase(Locale.ROOT)) {
            case "asc" -> "+";
            case "desc" -> "-";
            default ->
                throw Problem.badParameter(
                        "sortby", "the direction %s is neither asc nor desc".formatted(Parameter.shown(direction)));
        };
    }

    private static String text(String name, JsonNode value) {
        if (!value.isArray()) {
            return value.isTextual() ? value.textValue() : value.toString();
        }
        List<String> values = new ArrayList<>();
        for (JsonNode element : value) {
            if (element.isObject() && name.equals("sortby")) {
                values.add(sign(element.path("direction").asText("asc"))
                        + element.path("field").asText());
            } else if (element.isContainerNode()) {
                throw Problem.badParameter(name, "an element is an object or array");
            } else {
                values.add(element.asText());
            }
        }
        return String.join(",", values);
    }
}
