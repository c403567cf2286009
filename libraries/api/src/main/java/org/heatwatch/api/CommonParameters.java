package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.heatwatch.language.Reasons;

/** The parameters that several resources share. */
final class CommonParameters {
    static final int DEFAULT_LIMIT = 100;

    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_IDS = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:_-]{1,300}");

    static final Parameter<Integer> LIMIT = Parameter.clamped(
            "limit",
            "Maximum number of features per page; a page may have fewer to limit its size. A larger value counts as "
                    + "the maximum.",
            1,
            MAX_LIMIT,
            DEFAULT_LIMIT);

    static final Parameter<Area> BBOX = new Parameter<>(
            "bbox",
            "Only features that intersect this box: west, south, east, north in degrees (WGS 84).",
            boxSchema(),
            /* isList= */ true,
            Area::ofBox);

    static final Parameter<TimeSpan> DATETIME = new Parameter<>(
            "datetime",
            "Only features of this time: an instant or a day, or an interval of two separated by a slash, either of "
                    + "which "
                    + "may be '..' for an open end.",
            NODES.objectNode()
                    .put("type", "string")
                    .put("format", "datetime-interval")
                    .put("maxLength", 100),
            /* isList= */ false,
            TimeSpan::parse);

    static final Parameter<String> TOKEN =
            Parameter.text("token", "Token of a page, taken from the link named next.", PageToken.FORM);

    static final Parameter<String> BOM = Parameter.choice(
            "bom",
            "1: CSV for spreadsheets, which begins with a byte order mark and has times as 2025-11-04 02:11:11 in UTC.",
            List.of("0", "1"));

    static final Parameter<List<String>> SITE =
            Parameter.texts("site", "Only features of the sites with these ids.", Ids.SLUG);

    static final Parameter<String> ONE_SITE =
            Parameter.text("site", "Id of the site; optional if there is only one.", Ids.SLUG);

    static final Parameter<List<String>> IDS = Parameter.texts("ids", "Only the features with these ids.", ID, MAX_IDS);

    static final Parameter<Area> INTERSECTS = new Parameter<>(
            "intersects",
            "Only features that intersect this GeoJSON geometry; cannot be combined with bbox.",
            NODES.objectNode()
                    .put("type", "string")
                    .put("format", "geojson-geometry")
                    .put("maxLength", Arguments.MAX_LENGTH),
            /* isList= */ false,
            Area::ofGeoJson);

    static final Parameter<String> LANGUAGE =
            Parameter.choice("lang", "Language of reasons, names and texts; by default en.", Reasons.LANGUAGES);

    private CommonParameters() {}

    /** The language in the query of a link; nothing for the default one. */
    static String languageQuery(String code) {
        return code.equals(Reasons.LANGUAGES.getFirst()) ? "" : "&" + LANGUAGE.name() + "=" + code;
    }

    /** The code of the language of texts. */
    static String language(Arguments arguments) {
        return arguments.get(LANGUAGE, Reasons.LANGUAGES.getFirst());
    }

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
                NODES.objectNode().put("type", "array").put("minItems", 1).put("maxItems", Order.MAX_KEYS);
        schema.set("items", item);
        return new Parameter<>(
                "sortby",
                "Properties to sort by, the most significant first; a leading minus sorts in descending order.",
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
                arguments.get(IDS, List.of()),
                Queryables.filter(arguments));
    }
}
