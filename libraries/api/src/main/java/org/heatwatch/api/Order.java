package org.heatwatch.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sort order of features. Features with equal keys are sorted by collection and id.
 *
 * @param keys most significant first
 */
record Order(List<Key> keys) {
    static final String TIME = "datetime";
    static final String ID = "id";
    static final int MAX_KEYS = 5;

    /** Newest first, then by id. */
    static final Order NEWEST = new Order(List.of(new Key(TIME, /* isDescending= */ true)));

    static final Order BY_ID = new Order(List.of());

    /** @param name a property, {@link #TIME} or {@link #ID} */
    record Key(String name, boolean isDescending) {}

    Order {
        keys = List.copyOf(keys);
    }

    /**
     * Parses comma-separated keys, each with an optional plus or minus. A leading space is read as a plus, which an
     * unencoded plus in a URL becomes.
     *
     * @param known names that are allowed
     * @throws IllegalArgumentException if a key is invalid; the message says why
     */
    static Order parse(String text, List<String> known) {
        String[] parts = text.split(",", -1);
        Parameter.require(parts.length <= MAX_KEYS, "has more than %d keys".formatted(MAX_KEYS));
        List<Key> keys = Arrays.stream(parts)
                .map(key -> {
                    String name = key.replaceFirst("^[+\\- ]", "").replaceFirst("^properties\\.", "");
                    Parameter.require(
                            known.contains(name),
                            "%s is not one of %s".formatted(Parameter.shown(name), String.join(", ", known)));
                    return new Key(name, key.startsWith("-"));
                })
                .toList();
        return new Order(keys);
    }

    String text() {
        return keys.stream()
                .map(key -> (key.isDescending() ? "-" : "+") + key.name())
                .collect(Collectors.joining(","));
    }

    Comparator<Row> comparator() {
        return (first, second) -> compare(position(first), position(second));
    }

    /** The sort key of a feature for {@link #compare}: numbers, strings, booleans and null. */
    List<@Nullable Object> position(Row row) {
        List<@Nullable Object> position = new ArrayList<>();
        keys.forEach(key -> position.add(value(row, key.name())));
        position.add(row.collection().id());
        position.add(row.id());
        return position;
    }

    private static @Nullable Object value(Row row, String name) {
        return switch (name) {
            case TIME -> (double) row.span().to().toEpochMilli();
            case ID -> row.id();
            default -> plain(row.properties(), name);
        };
    }

    private static @Nullable Object plain(Map<String, @Nullable Object> properties, String name) {
        Object value = properties.get(name);
        return switch (value) {
            case Number number -> number.doubleValue();
            case null -> null;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    /** Compares two sort keys. Null comes last in both directions. */
    int compare(List<@Nullable Object> first, List<@Nullable Object> second) {
        for (int i = 0; i < first.size(); i++) {
            Object a = first.get(i);
            Object b = second.get(i);
            int order = a == null || b == null
                    ? Boolean.compare(a == null, b == null)
                    : (i < keys.size() && keys.get(i).isDescending() ? -1 : 1) * compare(a, b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object a, Object b) {
        return switch (a) {
            case Number number
            when b instanceof Number other -> Double.compare(number.doubleValue(), other.doubleValue());
            case Boolean flag when b instanceof Boolean other -> Boolean.compare(flag, other);
            default -> a.toString().compareTo(b.toString());
        };
    }
}
