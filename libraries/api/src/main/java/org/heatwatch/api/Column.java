package org.heatwatch.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of the features of a collection.
 *
 * @param values the possible values of an enumeration; empty for other types
 * @param read reads the value of a feature as a JSON scalar or list; null if the value is unknown
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

        /** The type name in JSON Schema. */
        String json() {
            return json;
        }

        /** The column type for a record component of a Java type. */
        static Type of(Class<?> component) {
            if (component == double.class || component == Double.class) {
                return NUMBER;
            }
            if (component == int.class || component == Integer.class) {
                return INTEGER;
            }
            if (component == boolean.class || component == Boolean.class) {
                return FLAG;
            }
            return component == List.class ? TEXTS : TEXT;
        }
    }
}
