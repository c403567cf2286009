package org.heatwatch.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that all features of a collection have.
 *
 * @param values all that it may be, empty if they can't be listed
 * @param read its value in a feature, as JSON has it; null if it is not known
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

        /** Of the values of a component of a record. */
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
