package org.heatwatch.api.cql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads filters in the JSON form of CQL2 (OGC 21-065r2, schema cql2.json), with the same operators as the text form.
 * Errors name the place as a JSON pointer.
 */
final class CqlJson {
    /** Objects within each other that combine or negate conditions. */
    private static final int MAX_DEPTH = 30;

    private static final int MAX_VALUES = 200;
    private static final String OPERATORS =
            "and, or, not, =, <>, <, >, <=, >=, isNull, like, between, in and s_intersects";

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<String, PropertyType> properties;

    CqlJson(Map<String, PropertyType> properties) {
        this.properties = properties;
    }

    /** A node of the filter and where it is. */
    private record Place(JsonNode node, String pointer) {
        Place member(String name) {
            return new Place(node.path(name), pointer + "/" + name);
        }

        List<Place> elements() {
            List<Place> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                elements.add(new Place(node.get(i), pointer + "/" + i));
            }
            return elements;
        }

        IllegalArgumentException wrong(String defect) {
            String where = pointer.isEmpty() ? "the filter" : pointer;
            if (node.isMissingNode()) {
                return new IllegalArgumentException(where + " is missing; " + defect);
            }
            String shown = node.toString().replaceAll("[^\\x20-\\x7e]", "?");
            String brief = shown.length() > 60 ? shown.substring(0, 60) + "..." : shown;
            return new IllegalArgumentException("%s: %s %s".formatted(where, brief, defect));
        }
    }

    /** @throws IllegalArgumentException with place and remedy if the filter is invalid */
    Expression filter(String text) {
        try {
            return condition(new Place(MAPPER.readTree(text), ""), 0);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not valid JSON; write an object such as {\"op\": \"=\", \"args\": [{\"property\": \"state\"}, "
                            + "\"ON\"]}",
                    e);
        }
    }

    private Expression condition(Place place, int depth) {
        if (depth > MAX_DEPTH) {
            throw place.wrong("is nested more than %d deep; simplify the filter".formatted(MAX_DEPTH));
        }
        if (place.node().isBoolean()) {
            return new Expression.Constant(place.node().booleanValue());
        }
        Place operator = place.member("op");
        if (!operator.node().isTextual()) {
            throw place.wrong("is not a condition; write an object with the members op and args");
        }
        return switch (operator.node().textValue()) {
            case "and" -> new Expression.And(conditions(place, depth));
            case "or" -> new Expression.Or(conditions(place, depth));
            case "not" -> new Expression.Not(condition(arguments(place, 1).getFirst(), depth + 1));
            case "isNull" -> new Expression.IsNull(operand(arguments(place, 1).getFirst()));
            case "like" -> like(arguments(place, 2));
            case "between" -> between(arguments(place, 3));
            case "in" -> in(arguments(place, 2));
            case "s_intersects" -> intersects(arguments(place, 2));
            case String symbol -> comparison(symbol, operator, place);
        };
    }

    private List<Expression> conditions(Place place, int depth) {
        Place arguments = place.member("args");
        if (!arguments.node().isArray() || arguments.node().size() < 2) {
            throw arguments.wrong("write an array of two or more conditions");
        }
        return arguments.elements().stream()
                .map(part -> condition(part, depth + 1))
                .toList();
    }

    private static List<Place> arguments(Place place, int count) {
        Place arguments = place.member("args");
        if (!arguments.node().isArray() || arguments.node().size() != count) {
            throw arguments.wrong("write an array of %d for %s"
                    .formatted(count, place.member("op").node()));
        }
        return arguments.elements();
    }

    private Expression comparison(String symbol, Place operator, Place place) {
        Expression.Relation relation = List.of(Expression.Relation.values()).stream()
                .filter(known -> known.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> operator.wrong("is not an operator; operators are " + OPERATORS));
        List<Place> sides = arguments(place, 2);
        Operand left = operand(sides.getFirst());
        return new Expression.Comparison(left, relation, matching(sides.getLast(), left));
    }

    private Expression like(List<Place> arguments) {
        Operand text = operand(arguments.getFirst());
        require(arguments.getFirst(), text.type() == PropertyType.TEXT, "like", PropertyType.TEXT);
        Place pattern = arguments.getLast();
        if (!pattern.node().isTextual()) {
            throw pattern.wrong("is not a pattern; write a text, for example \"Samas%\"");
        }
        return new Expression.Like(text, new LikePattern(pattern.node().textValue()));
    }

    private Expression between(List<Place> arguments) {
        Operand value = operand(arguments.getFirst());
        boolean isOrdered = value.type() == PropertyType.NUMBER || value.type() == PropertyType.TIME;
        require(arguments.getFirst(), isOrdered, "between", PropertyType.NUMBER);
        return new Expression.And(List.of(
                new Expression.Comparison(value, Expression.Relation.AT_LEAST, matching(arguments.get(1), value)),
                new Expression.Comparison(value, Expression.Relation.AT_MOST, matching(arguments.get(2), value))));
    }

    private Expression in(List<Place> arguments) {
        Operand value = operand(arguments.getFirst());
        Place values = arguments.getLast();
        if (!values.node().isArray() || values.node().isEmpty()) {
            throw values.wrong("is not a list; write an array of one or more values");
        }
        if (values.node().size() > MAX_VALUES) {
            throw values.wrong("has more than %d values; send several requests".formatted(MAX_VALUES));
        }
        return new Expression.Or(values.elements().stream()
                .<Expression>map(
                        one -> new Expression.Comparison(value, Expression.Relation.EQUAL, matching(one, value)))
                .toList());
    }

    private Expression intersects(List<Place> arguments) {
        boolean isReversed = !arguments.getFirst().node().has("property");
        Place name = isReversed ? arguments.getLast() : arguments.getFirst();
        Place literal = isReversed ? arguments.getFirst() : arguments.getLast();
        if (typeOf(name) != PropertyType.GEOMETRY) {
            throw name.wrong("is not the geometry; write {\"property\": \"geometry\"}");
        }
        return new Expression.Intersects(geometry(literal));
    }

    private static Geometry geometry(Place literal) {
        JsonNode box = literal.node().path("bbox");
        try {
            if (!box.isMissingNode()) {
                if (!StreamSupport.stream(box.spliterator(), false).allMatch(JsonNode::isNumber)) {
                    throw new IllegalArgumentException("not numbers");
                }
                return Literals.box(StreamSupport.stream(box.spliterator(), false)
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray());
            }
            return Literals.geoJson(literal.node().toString());
        } catch (IllegalArgumentException e) {
            throw literal.wrong(
                    "is not a geometry; write for example {\"type\": \"Point\", \"coordinates\": [126.63, 37.93]} or "
                            + "{\"bbox\": [126.6, 37.9, 126.7, 38.0]}");
        }
    }

    private static void require(Place place, boolean isRight, String operator, PropertyType type) {
        if (!isRight) {
            throw place.wrong("cannot be used with %s, which needs %s".formatted(operator, type.json()));
        }
    }

    /** A value of the type of the other side. */
    private Operand matching(Place place, Operand left) {
        Operand right = operand(place);
        if (right.type() != left.type()) {
            throw place.wrong("is of another type; compare with " + left.type().json());
        }
        return right;
    }

    private Operand operand(Place place) {
        JsonNode node = place.node();
        if (node.isTextual()) {
            return new Operand.Literal(node.textValue(), PropertyType.TEXT);
        }
        if (node.isBoolean()) {
            return new Operand.Literal(node.booleanValue(), PropertyType.FLAG);
        }
        if (node.isNumber()) {
            if (!Double.isFinite(node.doubleValue())) {
                throw place.wrong("is too large");
            }
            return new Operand.Literal(node.doubleValue(), PropertyType.NUMBER);
        }
        return time(place).orElseGet(() -> scalar(place));
    }

    private static Optional<Operand> time(Place place) {
        JsonNode day = place.node().path("date");
        JsonNode text = day.isMissingNode() ? place.node().path("timestamp") : day;
        if (text.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new Operand.Literal(
                Literals.instant(text.asText(), !day.isMissingNode())
                        .orElseThrow(() -> place.wrong("is not a time; write " + PropertyType.TIME.json())),
                PropertyType.TIME));
    }

    private Operand scalar(Place place) {
        PropertyType type = typeOf(place);
        if (type == PropertyType.GEOMETRY) {
            throw place.wrong("can only be used in s_intersects");
        }
        return new Operand.Property(name(place), type);
    }

    private PropertyType typeOf(Place place) {
        if (!place.node().path("property").isTextual()) {
            throw place.wrong("is not a property or a value; write for example {\"property\": \"state\"}");
        }
        PropertyType type = properties.get(name(place));
        if (type == null) {
            throw place.wrong("is not a property; properties are "
                    + properties.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return type;
    }

    private String name(Place place) {
        return CqlParser.name(place.node().path("property").asText(), properties);
    }
}
