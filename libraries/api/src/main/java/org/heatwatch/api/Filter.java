package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the properties of features.
 *
 * @param test of what was asked for and a feature's properties
 */
record Filter<V>(Parameter<V> parameter, BiPredicate<V, Map<String, @Nullable Object>> test) {

    /** Features with one of some words in a column. */
    static Filter<List<String>> oneOf(String column, String description, List<String> words) {
        return new Filter<>(Parameter.choices(column, description, words), (asked, row) -> holds(asked, row, column));
    }

    /** Features with one of some ids in a column. */
    static Filter<List<String>> ids(String column, String description) {
        return new Filter<>(Parameter.texts(column, description, Ids.SLUG), (asked, row) -> holds(asked, row, column));
    }

    /** Features of some acquisitions. */
    static Filter<List<String>> acquisitions() {
        return new Filter<>(
                Parameter.texts("acquisition", "Only of these passes, such as LC08_116034_20251104.", Ids.ACQUISITION),
                (asked, row) -> holds(asked, row, "acquisition"));
    }

    private static boolean holds(List<String> asked, Map<String, @Nullable Object> row, String column) {
        Object value = row.get(column);
        return value instanceof List<?> several ? several.stream().anyMatch(asked::contains) : asked.contains(value);
    }

    static Filter<Boolean> flag(String column, String description) {
        return new Filter<>(Parameter.flag(column, description), (asked, row) -> asked.equals(row.get(column)));
    }

    static Filter<Double> least(String name, String column, String description, double least, double most) {
        return new Filter<>(
                Parameter.number(name, description, least, most),
                (asked, row) -> row.get(column) instanceof Number value && value.doubleValue() >= asked);
    }

    static Filter<Double> most(String name, String column, String description, double least, double most) {
        return new Filter<>(
                Parameter.number(name, description, least, most),
                (asked, row) -> row.get(column) instanceof Number value && value.doubleValue() <= asked);
    }

    /** Whether a feature is what was asked for, if anything was. */
    boolean passes(Arguments arguments, Map<String, @Nullable Object> row) {
        return arguments.get(parameter).map(asked -> test.test(asked, row)).orElse(true);
    }
}
