package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What questions of several kinds may carry. */
final class CommonParameters {
    static final int USUAL_LIMIT = 100;

    private static final int MOST = 10_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:_-]{1,300}");

    static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", "Most features on a page; fewer if they are large.", 1, MOST, USUAL_LIMIT);

    static final Parameter<Area> BBOX = new Parameter<>(
            "bbox",
            "Only what meets this box: west, south, east, north in degrees WGS 84.",
            boxSchema(),
            /* isList= */ true,
            Area::ofBox);

    static final Parameter<TimeSpan> DATETIME = new Parameter<>(
            "datetime",
            "Only of this time: a moment or day, or two with a slash between, one of which may be '..' for open.",
            NODES.objectNode()
                    .put("type", "string")
                    .put("format", "datetime-interval")
                    .put("maxLength", 100),
            /* isList= */ false,
            TimeSpan::parse);

    static final Parameter<String> TOKEN =
            Parameter.text("token", "Page, as links named next give it.", PageToken.FORM);

    static final Parameter<List<String>> SITE = Parameter.texts("site", "Only of these sites, by their ids.", Ids.SLUG);

    static final Parameter<String> ONE_SITE =
            Parameter.text("site", "The site, by its id; may be left out where there is just one.", Ids.SLUG);

    static final Parameter<List<String>> IDS = Parameter.texts("ids", "Only these features.", ID);

    static final Parameter<Area> INTERSECTS = new Parameter<>(
            "intersects",
            "Only what meets this geometry in GeoJSON; not together with bbox.",
            NODES.objectNode()
                    .put("type", "string")
                    .put("format", "geojson-geometry")
                    .put("maxLength", 4000),
            /* isList= */ false,
            Area::ofGeoJson);

    private CommonParameters() {}

    static Parameter<Order> sortBy(List<WatchCollection> collections) {
        Set<String> names = new LinkedHashSet<>(List.of(Order.ID, Order.TIME));
        collections.forEach(collection -> collection.columns().stream()
                .filter(column -> column.type() != Column.Type.TEXTS)
                .forEach(column -> names.add(column.name())));
        List<String> known = new ArrayList<>(names);
        ObjectNode item = NODES.objectNode().put("type", "string");
        var choices = item.putArray("enum");
        known.forEach(name -> choices.add(name).add("-" + name).add("+" + name));
        ObjectNode schema =
                NODES.objectNode().put("type", "array").put("minItems", 1).put("maxItems", Order.MOST_KEYS);
        schema.set("items", item);
        return new Parameter<>(
                "sortby",
                "Order by properties, the first counts most; a minus before one turns it round.",
                schema,
                /* isList= */ true,
                text -> Order.parse(text, known));
    }

    private static ObjectNode boxSchema() {
        ObjectNode schema =
                NODES.objectNode().put("type", "array").put("minItems", 4).put("maxItems", 6);
        schema.putObject("items").put("type", "number");
        return schema;
    }

    static Selection selection(Arguments arguments) {
        return new Selection(
                arguments,
                arguments.get(DATETIME, TimeSpan.ALL),
                arguments.get(BBOX).or(() -> arguments.get(INTERSECTS)),
                arguments.get(IDS, List.of()));
    }
}
