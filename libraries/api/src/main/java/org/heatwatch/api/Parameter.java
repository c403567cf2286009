package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A query parameter: its OpenAPI description and its parser.
 *
 * @param schema OpenAPI 3.0 schema
 * @param isList whether the value is a comma-separated list
 * @param reader parses the value; throws {@link IllegalArgumentException} with a message that follows the name
 */
record Parameter<T>(String name, String description, ObjectNode schema, boolean isList, Function<String, T> reader) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_VALUES = 100;
    private static final int MAX_SHOWN_LENGTH = 40;

    /** A parameter with one of several codes. */
    static Parameter<String> choice(String name, String description, List<String> words) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        words.forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, description, schema, false, text -> chosen(text, words));
    }

    /** A parameter with a list of codes. */
    static Parameter<List<String>> choices(String name, String description, List<String> words) {
        ObjectNode item = NODES.objectNode().put("type", "string");
        words.forEach(item.putArray("enum")::add);
        return list(name, description, item, MAX_VALUES, text -> chosen(text, words));
    }

    private static String chosen(String text, List<String> words) {
        require(words.contains(text), "%s is not one of %s".formatted(shown(text), String.join(", ", words)));
        return text;
    }

    /** A parameter with a list of texts that match a pattern. */
    static Parameter<List<String>> texts(String name, String description, Pattern form) {
        return texts(name, description, form, MAX_VALUES);
    }

    /** The same with a given largest number of texts. */
    static Parameter<List<String>> texts(String name, String description, Pattern form, int most) {
        ObjectNode item = NODES.objectNode().put("type", "string").put("pattern", "^" + form.pattern() + "$");
        return list(name, description, item, most, text -> formed(text, form));
    }

    /** A parameter with a text that matches a pattern. */
    static Parameter<String> text(String name, String description, Pattern form) {
        ObjectNode schema = NODES.objectNode().put("type", "string").put("pattern", "^" + form.pattern() + "$");
        return new Parameter<>(name, description, schema, false, text -> formed(text, form));
    }

    private static String formed(String text, Pattern form) {
        require(
                form.matcher(text).matches(),
                "%s does not match the pattern %s".formatted(shown(text), form.pattern()));
        return text;
    }

    private static Parameter<List<String>> list(
            String name, String description, ObjectNode item, int most, Function<String, String> reader) {
        ObjectNode schema =
                NODES.objectNode().put("type", "array").put("minItems", 1).put("maxItems", most);
        schema.set("items", item);
        return new Parameter<>(name, description, schema, true, text -> {
            List<String> values = Arrays.asList(text.split(",", -1));
            require(values.size() <= most, "has more than %d values".formatted(most));
            return values.stream().map(reader).toList();
        });
    }

    static Parameter<Boolean> flag(String name, String description) {
        ObjectNode schema = NODES.objectNode().put("type", "boolean");
        return new Parameter<>(name, description, schema, false, text -> {
            require(text.equals("true") || text.equals("false"), "%s is neither true nor false".formatted(shown(text)));
            return text.equals("true");
        });
    }

    /**
     * An integer parameter.
     *
     * @param least smallest allowed value
     * @param most largest allowed value
     * @param defaultValue value that the resource uses if the parameter is absent
     */
    static Parameter<Integer> integer(String name, String description, int least, int most, int defaultValue) {
        ObjectNode schema = NODES.objectNode()
                .put("type", "integer")
                .put("minimum", least)
                .put("maximum", most)
                .put("default", defaultValue);
        return new Parameter<>(name, description, schema, false, text -> {
            require(text.matches("-?\\d{1,9}"), "%s is not an integer".formatted(shown(text)));
            int value = Integer.parseInt(text);
            require(value >= least && value <= most, "%s is not between %d and %d".formatted(shown(text), least, most));
            return value;
        });
    }

    /**
     * An integer parameter of which a value above the maximum counts as the maximum, as OGC API - Features requires of
     * the page size (OGC 17-069r4, 7.15.2).
     *
     * @param least smallest allowed value
     * @param most largest value that is used
     * @param defaultValue value that the resource uses if the parameter is absent
     */
    static Parameter<Integer> clamped(String name, String description, int least, int most, int defaultValue) {
        Parameter<Integer> exact = integer(name, description, least, most, defaultValue);
        return new Parameter<>(
                name,
                description,
                exact.schema(),
                false,
                text -> text.matches("\\d{1,18}") && Long.parseLong(text) > most
                        ? most
                        : exact.reader().apply(text));
    }

    /**
     * A decimal parameter.
     *
     * @param least smallest allowed value
     * @param most largest allowed value
     */
    static Parameter<Double> number(String name, String description, double least, double most) {
        ObjectNode schema =
                NODES.objectNode().put("type", "number").put("minimum", least).put("maximum", most);
        return new Parameter<>(name, description, schema, false, text -> {
            double value = finite(text);
            require(value >= least && value <= most, "%s is not between %s and %s".formatted(shown(text), least, most));
            return value;
        });
    }

    /** Parses a finite decimal number. {@link Double#parseDouble} would also accept "NaN" and "1d". */
    static double finite(String text) {
        try {
            double value = new BigDecimal(text).doubleValue();
            require(Double.isFinite(value), "%s is too large".formatted(shown(text)));
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(shown(text) + " is not a number", e);
        }
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Quotes a received text for a message: printable ASCII, shortened. */
    static String shown(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return "'"
                + (printable.length() > MAX_SHOWN_LENGTH ? printable.substring(0, MAX_SHOWN_LENGTH) + "..." : printable)
                + "'";
    }
}
