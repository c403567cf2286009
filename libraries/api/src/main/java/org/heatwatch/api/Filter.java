package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A filter on the properties of features.
 *
 * @param test compares the requested value with the properties of a feature
 */
record Filter<V>(Parameter<V> parameter, BiPredicate<V, Map<String, @Nullable Object>> test) {

    /** Features whose column has one of the requested codes. */
    static Filter<List<String>> oneOf(String column, String description, List<String> words) {
        return new Filter<>(
                Parameter.choices(column, description, words), (requested, row) -> holds(requested, row, column));
    }

    /** Features whose column has one of the requested ids. */
    static Filter<List<String>> ids(String column, String description) {
        return new Filter<>(
                Parameter.texts(column, description, Ids.SLUG), (requested, row) -> holds(requested, row, column));
    }

    /** Features of the requested acquisitions. */
    static Filter<List<String>> acquisitions() {
        return new Filter<>(
                Parameter.texts(
                        "acquisition",
                        "Only features of these acquisitions, for example LC08_116034_20251104.",
                        Ids.ACQUISITION),
                (requested, row) -> holds(requested, row, "acquisition"));
    }

    private static boolean holds(List<String> requested, Map<String, @Nullable Object> row, String column) {
        Object value = row.get(column);
        return value instanceof List<?> several
                ? several.stream().anyMatch(requested::contains)
                : requested.contains(value);
    }

    static Filter<Boolean> flag(String column, String description) {
        return new Filter<>(Parameter.flag(column, description), (requested, row) -> requested.equals(row.get(column)));
    }

    static Filter<Double> least(String name, String column, String description, double least, double most) {
        return new Filter<>(
                Parameter.number(name, description, least, most),
                (requested, row) -> row.get(column) instanceof Number value && value.doubleValue() >= requested);
    }

    static Filter<Double> most(String name, String column, String description, double least, double most) {
        return new Filter<>(
                Parameter.number(name, description, least, most),
                (requested, row) -> row.get(column) instanceof Number value && value.doubleValue() <= requested);
    }

    /** Whether a feature has the requested value; true if the request has no such parameter. */
    boolean passes(Arguments arguments, Map<String, @Nullable Object> row) {
        return arguments
                .get(parameter)
                .map(requested -> test.test(requested, row))
                .orElse(true);
    }
}
