package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** OpenAPI 3.0 schemas of the responses. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final String FEATURES = "Features";

    private static final String TYPE = "type";

    private final List<WatchCollection> collections;

    Schemas(List<WatchCollection> collections) {
        this.collections = collections;
    }

    static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** The schema of a response of a route in one of its media types. */
    static ObjectNode of(Route route, String type) {
        return switch (type) {
            case MediaTypes.JSON, MediaTypes.GEOJSON, MediaTypes.OPENAPI, MediaTypes.SCHEMA ->
                reference(route.schema());
            case MediaTypes.HTML, MediaTypes.TEXT, MediaTypes.CSV, MediaTypes.SVG, "text/javascript", "text/css" ->
                NODES.objectNode().put(TYPE, "string");
            default -> NODES.objectNode().put(TYPE, "string").put("format", "binary");
        };
    }

    static String featureOf(WatchCollection collection) {
        return "FeatureOf" + OperationNames.upper(collection.id());
    }

    static String featuresOf(WatchCollection collection) {
        return "FeaturesOf" + OperationNames.upper(collection.id());
    }

    /** The schema of a parameter in a JSON body, where a list is an array instead of comma-separated text. */
    static ObjectNode posted(Parameter<?> parameter) {
        if (parameter.name().equals("intersects")) {
            ObjectNode geometry = object("type", "coordinates");
            geometry.put("description", parameter.description());
            ObjectNode members = geometry.putObject("properties");
            ArrayNode types = members.putObject("type").put(TYPE, "string").putArray("enum");
            List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
                    .forEach(types::add);
            members.putObject("coordinates")
                    .put(TYPE, "array")
                    .put("minItems", 1)
                    .putObject("items");
            return geometry;
        }
        if (parameter.name().equals(Queryables.FILTER.name())) {
            return Queryables.posted(parameter);
        }
        if (parameter.name().equals("sortby")) {
            ObjectNode schema = NODES.objectNode().put(TYPE, "array").put("maxItems", Order.MAX_KEYS);
            ObjectNode key = object("field");
            key.put("additionalProperties", false);
            ObjectNode properties = key.putObject("properties");
            ObjectNode field = properties.putObject("field").put(TYPE, "string");
            ArrayNode names = field.putArray("enum");
            parameter.schema().path("items").path("enum").forEach(name -> {
                if (name.asText().matches("\\w+")) {
                    names.add(name);
                }
            });
            ArrayNode directions =
                    properties.putObject("direction").put(TYPE, "string").putArray("enum");
            directions.add("asc").add("desc");
            schema.set("items", key);
            return schema;
        }
        ObjectNode schema = parameter.schema().deepCopy().put("description", parameter.description());
        schema.remove("minItems"); // in a body, an empty list is valid
        return schema;
    }

    ObjectNode all() {
        ObjectNode schemas = NODES.objectNode();
        ObjectNode problem = object("type", "title", "status", "detail");
        problem.putObject("properties").putObject("status").put(TYPE, "integer");
        schemas.set("Problem", problem);
        schemas.set("Link", link());
        ObjectNode landing = object("type", "id", "title", "description", "stac_version", "conformsTo", "links");
        links(landing.putObject("properties"));
        schemas.set("LandingPage", landing);
        ObjectNode conformance = object("conformsTo");
        texts(conformance.putObject("properties"), "conformsTo");
        schemas.set("Conformance", conformance);
        ObjectNode all = object("collections", "links");
        ObjectNode members = all.putObject("properties");
        members.putObject("collections").put(TYPE, "array").set("items", reference("Collection"));
        links(members);
        schemas.set("Collections", all);
        ObjectNode collection =
                object("type", "stac_version", "id", "title", "description", "license", "extent", "links");
        links(collection.putObject("properties"));
        schemas.set("Collection", collection);
        schemas.set("Geometry", object("type", "coordinates"));
        schemas.set(FEATURES, features(feature(NODES.objectNode().put(TYPE, "object"))));
        collections.forEach(each -> {
            schemas.set(featureOf(each), feature(properties(each)));
            schemas.set(featuresOf(each), features(reference(featureOf(each))));
        });
        schemas.set("Health", object("status", "code", "sites"));
        schemas.set("Missing", object("site", "passes", "links"));
        schemas.set("Definition", object("openapi", "info", "paths"));
        schemas.set("Queryables", object("$schema", "$id", "type", "properties"));
        schemas.set("Timeline", object("site", "name", "simulated", "features", "passes"));
        schemas.set("HeatMap", object("site", "simulated", "pass", "looks", "samples"));
        schemas.set("Chart", object("site", "simulated", "facility", "changes", "looks"));
        schemas.set("Sites", object("sites", "unreadable", "links"));
        schemas.set("Site", object("type", "id", "features"));
        schemas.set("Findings", object("good", "defects", "warnings"));
        return schemas;
    }

    private static ObjectNode object(String... required) {
        ObjectNode schema = NODES.objectNode().put(TYPE, "object");
        ArrayNode names = schema.putArray("required");
        List.of(required).forEach(names::add);
        return schema;
    }

    private static ObjectNode link() {
        ObjectNode link = object("rel", "href");
        ObjectNode properties = link.putObject("properties");
        List.of("rel", "href", "type", "title")
                .forEach(name -> properties.putObject(name).put(TYPE, "string"));
        return link;
    }

    private static void links(ObjectNode properties) {
        properties.putObject("links").put(TYPE, "array").set("items", reference("Link"));
    }

    private static void texts(ObjectNode properties, String name) {
        properties.putObject(name).put(TYPE, "array").putObject("items").put(TYPE, "string");
    }

    private static ObjectNode features(ObjectNode feature) {
        ObjectNode page = object("type", "features", "links", "numberMatched", "numberReturned");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("type").put(TYPE, "string").putArray("enum").add("FeatureCollection");
        properties.putObject("features").put(TYPE, "array").set("items", feature);
        links(properties);
        List.of("numberMatched", "numberReturned")
                .forEach(name -> properties.putObject(name).put(TYPE, "integer").put("minimum", 0));
        return page;
    }

    private static ObjectNode feature(ObjectNode propertiesSchema) {
        ObjectNode feature =
                object("type", "stac_version", "id", "collection", "geometry", "bbox", "properties", "links", "assets");
        ObjectNode properties = feature.putObject("properties");
        properties.putObject("type").put(TYPE, "string").putArray("enum").add("Feature");
        properties.putObject("id").put(TYPE, "string");
        properties.set("geometry", reference("Geometry"));
        properties.set("properties", propertiesSchema);
        links(properties);
        return feature;
    }

    private static ObjectNode properties(WatchCollection collection) {
        ObjectNode schema = object();
        ArrayNode required = (ArrayNode) schema.path("required");
        ObjectNode properties = schema.putObject("properties");
        List.of("title", "datetime").forEach(name -> {
            required.add(name);
            properties.putObject(name).put(TYPE, "string");
        });
        collection.columns().forEach(column -> {
            required.add(column.name());
            ObjectNode property = properties
                    .putObject(column.name())
                    .put(TYPE, column.type().json())
                    .put("nullable", true)
                    .put("description", column.description());
            if (column.type() == Column.Type.TEXTS) {
                property.putObject("items").put(TYPE, "string");
            }
            if (!column.values().isEmpty()) {
                ArrayNode values = property.putArray("enum");
                column.values().forEach(values::add);
                values.addNull();
            }
        });
        return schema;
    }
}
