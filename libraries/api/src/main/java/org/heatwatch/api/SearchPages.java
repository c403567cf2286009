package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Features of several collections at once: STAC API - Item Search 1.0. */
final class SearchPages {
    static final String BODY = "body";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGEST_BODY = 20_000;

    private final ItemPages items;
    private final List<WatchCollection> all;
    private final Parameter<List<String>> collections;

    SearchPages(ItemPages items, List<WatchCollection> all) {
        this.items = items;
        this.all = all;
        this.collections = Parameter.choices(
                "collections",
                "Only in these collections.",
                all.stream().map(WatchCollection::id).toList());
    }

    Route route() {
        return Route.of(
                        "/search",
                        "search",
                        "Search",
                        "Features of several collections at once",
                        Schemas.FEATURES,
                        List.of(Form.JSON),
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
                                CommonParameters.SITE),
                        this::search)
                .asked(Route.Asking.ADDRESS_OR_BODY);
    }

    private Prepared search(Exchange asked) {
        Arguments arguments = asked.arguments();
        if (arguments.get(CommonParameters.BBOX).isPresent()
                && arguments.get(CommonParameters.INTERSECTS).isPresent()) {
            throw Problem.badParameter("intersects", "not together with bbox; leave one of them out");
        }
        List<String> wanted = arguments.get(collections, List.of());
        List<WatchCollection> chosen = all.stream()
                .filter(collection -> wanted.isEmpty() || wanted.contains(collection.id()))
                .toList();
        return items.search(chosen, asked);
    }

    /**
     * A posted question as a query.
     *
     * @throws Problem if it is none
     */
    static Map<String, List<String>> query(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw Problem.badParameter(BODY, "longer than %d bytes".formatted(LARGEST_BODY));
        }
        try {
            JsonNode question = MAPPER.readTree(body);
            if (question == null || !question.isObject()) {
                throw Problem.badParameter(BODY, "must be an object in JSON, such as {\"collections\": [\"scenes\"]}");
            }
            Map<String, List<String>> query = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : question.properties()) {
                if (!member.getValue().isNull()) {
                    query.put(member.getKey(), List.of(text(member.getKey(), member.getValue())));
                }
            }
            return query;
        } catch (IOException e) {
            throw Problem.badParameter(BODY, "no JSON; send an object such as {\"collections\": [\"scenes\"]}");
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isArray()) {
            return value.isTextual() ? value.textValue() : value.toString();
        }
        List<String> values = new ArrayList<>();
        for (JsonNode one : value) {
            if (one.isObject() && name.equals("sortby")) {
                values.add((one.path("direction").asText("asc").equals("desc") ? "-" : "+")
                        + one.path("field").asText());
            } else if (one.isContainerNode()) {
                throw Problem.badParameter(name, "holds more than values");
            } else {
                values.add(one.asText());
            }
        }
        return String.join(",", values);
    }
}
