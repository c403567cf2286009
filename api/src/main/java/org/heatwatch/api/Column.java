package org.heatwatch.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that all features of a collection have.
 *
 * @param values all that it may be, empty if they can't be listed
 * @param read its value in a feature; null if it is not known
 */
record Column<T>(String name, Type type, String description, List<String> values, Function<T, @Nullable Object> read) {

    enum Type {
        TEXT("string"),
        NUMBER("number"),
        INTEGER("integer"),
        FLAG("boolean"),
        TEXTS("array");

        private final String json;

        Type(String json) {
            this.json = json;
        }

        /** As JSON Schema names it. */
        String json() {
            return json;
        }
    }

    static <T> Column<T> text(String name, String description, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.TEXT, description, List.of(), read);
    }

    static <T> Column<T> word(
            String name, String description, List<String> values, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.TEXT, description, values, read);
    }

    static <T> Column<T> number(String name, String description, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.NUMBER, description, List.of(), read);
    }

    static <T> Column<T> integer(String name, String description, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.INTEGER, description, List.of(), read);
    }

    static <T> Column<T> flag(String name, String description, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.FLAG, description, List.of(), read);
    }

    static <T> Column<T> texts(String name, String description, Function<T, @Nullable Object> read) {
        return new Column<>(name, Type.TEXTS, description, List.of(), read);
    }
}
