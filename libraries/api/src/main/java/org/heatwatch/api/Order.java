package org.heatwatch.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order features come; those that no key tells apart by their ids.
 *
 * @param keys the first counts most
 */
record Order(List<Key> keys) {
    static final String TIME = "datetime";
    static final String ID = "id";
    static final int MOST_KEYS = 5;

    /** By newest, then by id. */
    static final Order NEWEST = new Order(List.of(new Key(TIME, /* isDescending= */ true)));

    static final Order BY_ID = new Order(List.of());

    /** A property, {@link #TIME} or {@link #ID}. */
    record Key(String name, boolean isDescending) {}

    Order {
        keys = List.copyOf(keys);
    }

    /**
     * Reads keys with plus or minus before each. A plus that came as a blank is one too.
     *
     * @param known names that may be
     * @throws IllegalArgumentException with what is wrong
     */
    static Order parse(String text, List<String> known) {
        String[] parts = text.split(",", -1);
        Parameter.require(parts.length <= MOST_KEYS, "more than %d keys".formatted(MOST_KEYS));
        List<Key> keys = Arrays.stream(parts)
                .map(key -> {
                    String name = key.replaceFirst("^[+\\- ]", "").replaceFirst("^properties\\.", "");
                    Parameter.require(
                            known.contains(name),
                            "%s is none of %s".formatted(Parameter.shown(name), String.join(", ", known)));
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
        return (one, other) -> compare(position(one), position(other));
    }

    /** Where a feature stands, in values that {@link #compare} understands: numbers, texts, truth values and null. */
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

    /** What is not known comes last, whichever way the order goes. */
    int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size(); i++) {
            Object a = one.get(i);
            Object b = other.get(i);
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
