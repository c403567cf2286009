package org.heatwatch.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that a question may carry: how it is described to machines, and how it is read.
 *
 * @param schema as OpenAPI 3.0 has it
 * @param isList whether it is several values joined by commas
 * @param reader throws {@link IllegalArgumentException} with what is wrong, which the caller puts the name before
 */
record Parameter<T>(String name, String description, ObjectNode schema, boolean isList, Function<String, T> reader) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_VALUES = 100;
    private static final int SHOWN = 40;

    /** One of some words. */
    static Parameter<String> choice(String name, String description, List<String> words) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        words.forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, description, schema, false, text -> chosen(text, words));
    }

    /** Some of some words. */
    static Parameter<List<String>> choices(String name, String description, List<String> words) {
        ObjectNode item = NODES.objectNode().put("type", "string");
        words.forEach(item.putArray("enum")::add);
        return list(name, description, item, text -> chosen(text, words));
    }

    private static String chosen(String text, List<String> words) {
        require(words.contains(text), "%s is none of %s".formatted(shown(text), String.join(", ", words)));
        return text;
    }

    /** Some texts of a form. */
    static Parameter<List<String>> texts(String name, String description, Pattern form) {
        ObjectNode item = NODES.objectNode().put("type", "string").put("pattern", "^" + form.pattern() + "$");
        return list(name, description, item, text -> formed(text, form));
    }

    /** A text of a form. */
    static Parameter<String> text(String name, String description, Pattern form) {
        ObjectNode schema = NODES.objectNode().put("type", "string").put("pattern", "^" + form.pattern() + "$");
        return new Parameter<>(name, description, schema, false, text -> formed(text, form));
    }

    private static String formed(String text, Pattern form) {
        require(form.matcher(text).matches(), "%s is not of the form %s".formatted(shown(text), form.pattern()));
        return text;
    }

    private static Parameter<List<String>> list(
            String name, String description, ObjectNode item, Function<String, String> reader) {
        ObjectNode schema =
                NODES.objectNode().put("type", "array").put("minItems", 1).put("maxItems", MOST_VALUES);
        schema.set("items", item);
        return new Parameter<>(name, description, schema, true, text -> {
            List<String> values = Arrays.asList(text.split(",", -1));
            require(values.size() <= MOST_VALUES, "more than %d values".formatted(MOST_VALUES));
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

    /** A whole number within limits, both included. */
    static Parameter<Integer> integer(String name, String description, int least, int most, int usual) {
        ObjectNode schema = NODES.objectNode()
                .put("type", "integer")
                .put("minimum", least)
                .put("maximum", most)
                .put("default", usual);
        return new Parameter<>(name, description, schema, false, text -> {
            require(text.matches("-?\\d{1,9}"), "%s is no whole number".formatted(shown(text)));
            int value = Integer.parseInt(text);
            require(value >= least && value <= most, "%s is not between %d and %d".formatted(shown(text), least, most));
            return value;
        });
    }

    /** A number within limits, both included. */
    static Parameter<Double> number(String name, String description, double least, double most) {
        ObjectNode schema =
                NODES.objectNode().put("type", "number").put("minimum", least).put("maximum", most);
        return new Parameter<>(name, description, schema, false, text -> {
            double value = finite(text);
            require(value >= least && value <= most, "%s is not between %s and %s".formatted(shown(text), least, most));
            return value;
        });
    }

    /** A decimal number as JSON writes it: Java would read "NaN" and "1d" too. */
    static double finite(String text) {
        try {
            double value = new BigDecimal(text).doubleValue();
            require(Double.isFinite(value), "%s is too large".formatted(shown(text)));
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(shown(text) + " is no number", e);
        }
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What somebody sent, not too much of it. */
    static String shown(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return "'" + (printable.length() > SHOWN ? printable.substring(0, SHOWN) + "..." : printable) + "'";
    }
}
