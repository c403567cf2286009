package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.api.cql.CqlFilter;
import org.heatwatch.api.cql.FilteredFeature;
import org.heatwatch.api.cql.PropertyType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The properties of some collections that filters may use (OGC 19-079r2, OGC API - Features, part 3).
 *
 * @param collections one, or those that are searched together
 */
record Queryables(List<WatchCollection> collections) {
    static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    static final String PATH = "/queryables";

    private static final String COLLECTION = "collection";
    private static final String START = "start_datetime";
    private static final String END = "end_datetime";
    private static final String GEOMETRY = "geometry";
    private static final String TYPE = "type";
    private static final String TEXT = "string";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String TEXT_FORM = "cql2-text";
    private static final String JSON_FORM = "cql2-json";

    private static final Map<String, PropertyType> OF_EVERY_FEATURE = Map.of(
            Order.ID,
            PropertyType.TEXT,
            COLLECTION,
            PropertyType.TEXT,
            Order.TIME,
            PropertyType.TIME,
            START,
            PropertyType.TIME,
            END,
            PropertyType.TIME,
            GEOMETRY,
            PropertyType.GEOMETRY);

    /** The filter of a request, whatever its collections. */
    static final Parameter<CqlFilter> FILTER = new Queryables(List.of()).filter();

    static final Parameter<String> FILTER_LANGUAGE = Parameter.choice(
            "filter-lang",
            "Language of the filter; by default cql2-text, or cql2-json for an object in a body.",
            List.of(TEXT_FORM, JSON_FORM));

    static final Parameter<String> FILTER_CRS = Parameter.choice(
            "filter-crs", "Coordinate system of geometries in the filter: longitude and latitude.", List.of(CRS84));

    /** A feature as filters see it. */
    private record Filtered(Row row) implements FilteredFeature {
        @Override
        public @Nullable Object value(String property) {
            return switch (property) {
                case Order.ID -> row.id();
                case COLLECTION -> row.collection().id();
                case Order.TIME, END -> row.span().to();
                case START -> row.span().from();
                default -> plain(row.properties().get(property));
            };
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
        }

        @Override
        public Geometry geometry() {
            return row.place().geometry();
        }
    }

    /** The parameter {@code filter} for features of the collections. */
    Parameter<CqlFilter> filter() {
        ObjectNode schema = NODES.objectNode()
                .put(TYPE, TEXT)
                .put("format", TEXT_FORM)
                .put("minLength", 1)
                .put("maxLength", CqlFilter.MAX_LENGTH);
        Map<String, PropertyType> types = types();
        return new Parameter<>(
                "filter",
                "Only features that meet this condition in CQL2, for example state = 'ON' AND score > 99, or with "
                        + "filter-lang=cql2-json {\"op\": \"=\", \"args\": [{\"property\": \"state\"}, \"ON\"]}. "
                        + "The resource queryables lists the properties.",
                schema,
                /* isList= */ false,
                text -> CqlFilter.parse(text, types));
    }

    /**
     * The condition of a request.
     *
     * @throws Problem if it is in another language than the request says
     */
    static Optional<CqlFilter> filter(Arguments arguments) {
        Optional<CqlFilter> filter = arguments.get(FILTER);
        String language = arguments.get(FILTER_LANGUAGE, TEXT_FORM);
        filter.ifPresent(condition -> {
            if (condition.isJson() && language.equals(TEXT_FORM)) {
                throw Problem.badParameter(FILTER.name(), "is in JSON; add filter-lang=" + JSON_FORM);
            }
            if (!condition.isJson() && language.equals(JSON_FORM)) {
                throw Problem.badParameter(
                        FILTER.name(), "is not a JSON object; write one, or leave out filter-lang=" + JSON_FORM);
            }
        });
        return filter;
    }

    /** The schema of the condition in a body, where it may be an object. */
    static ObjectNode posted(Parameter<?> filter) {
        ObjectNode schema = NODES.objectNode().put("description", filter.description());
        ArrayNode forms = schema.putArray("oneOf");
        forms.add(filter.schema().deepCopy());
        ObjectNode object = forms.addObject().put(TYPE, "object");
        object.putArray("required").add("op").add("args");
        ObjectNode members = object.putObject("properties");
        members.putObject("op").put(TYPE, TEXT);
        members.putObject("args").put(TYPE, "array").putObject("items");
        return schema;
    }

    /** The members of a body with the language of a filter that is an object. */
    static void addLanguage(Map<String, List<String>> query) {
        List<String> filter = query.getOrDefault(FILTER.name(), List.of());
        if (filter.stream().anyMatch(text -> text.startsWith("{"))) {
            query.putIfAbsent(FILTER_LANGUAGE.name(), List.of(JSON_FORM));
        }
    }

    /** Whether a feature meets a condition. */
    static boolean passes(CqlFilter filter, Row row) {
        return filter.passes(new Filtered(row));
    }

    private Map<String, PropertyType> types() {
        Map<String, PropertyType> types = new LinkedHashMap<>(OF_EVERY_FEATURE);
        columns().forEach((name, column) -> types.put(name, type(column)));
        return types;
    }

    private static PropertyType type(Column<?> column) {
        return switch (column.type()) {
            case NUMBER, INTEGER -> PropertyType.NUMBER;
            case FLAG -> PropertyType.FLAG;
            case TEXT, TEXTS -> PropertyType.TEXT;
        };
    }

    /** Columns with one value for each feature, by name. */
    private Map<String, Column<?>> columns() {
        Map<String, Column<?>> columns = new LinkedHashMap<>();
        collections.stream()
                .flatMap(collection -> collection.columns().stream())
                .filter(column -> column.type() != Column.Type.TEXTS)
                .forEach(column -> columns.putIfAbsent(column.name(), column));
        return columns;
    }

    /**
     * The schema that describes the properties.
     *
     * @param path of the resource
     */
    ObjectNode schema(String path, String title, Addresses addresses) {
        ObjectNode page = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", addresses.of(path))
                .put(TYPE, "object")
                .put("title", title)
                .put("description", "Properties that the parameter filter may use, in CQL2 text and CQL2 JSON.");
        ObjectNode properties = page.putObject("properties");
        property(properties, Order.ID, TEXT, "Id of the feature.").put("x-ogc-role", "id");
        property(properties, COLLECTION, TEXT, "Id of the collection.");
        property(properties, Order.TIME, TEXT, "Time, or end of the time span.").put("format", "date-time");
        property(properties, START, TEXT, "Start of the time span.").put("format", "date-time");
        property(properties, END, TEXT, "End of the time span.").put("format", "date-time");
        properties
                .putObject(GEOMETRY)
                .put("description", "Geometry, for S_INTERSECTS.")
                .put("format", "geometry-any")
                .put("x-ogc-role", "primary-geometry");
        columns().forEach((name, column) -> {
            ObjectNode property = property(properties, name, column.type().json(), column.description());
            if (!column.values().isEmpty() && collections.size() == 1) {
                ArrayNode values = property.putArray("enum");
                column.values().forEach(values::add);
            }
        });
        return page.put("additionalProperties", false);
    }

    private static ObjectNode property(ObjectNode properties, String name, String type, String description) {
        return properties.putObject(name).put(TYPE, type).put("description", description);
    }
}
