package org.heatwatch.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a golden tree holds and another one does not. */
final class JsonComparison {
    private final Rules rules;
    private final List<Difference> differences = new ArrayList<>();

    JsonComparison(Rules rules) {
        this.rules = rules;
    }

    List<Difference> compare(JsonNode golden, JsonNode actual) {
        compare("", golden, actual);
        return List.copyOf(differences);
    }

    private void compare(String pointer, JsonNode golden, JsonNode actual) {
        if (golden.isObject() && actual.isObject()) {
            compareMembers(pointer, golden, actual);
        } else if (golden.isArray() && actual.isArray()) {
            compareElements(pointer, golden, actual);
        } else if (!isSame(pointer, golden, actual)) {
            differences.add(new Difference(pointer, golden.toString(), actual.toString()));
        }
    }

    private void compareMembers(String pointer, JsonNode golden, JsonNode actual) {
        Set<String> added = new TreeSet<>();
        actual.fieldNames().forEachRemaining(name -> {
            if (!golden.has(name)) {
                added.add(name);
            }
        });
        golden.properties().forEach(member -> {
            String at = Rules.below(pointer, member.getKey());
            if (actual.has(member.getKey())) {
                compare(at, member.getValue(), actual.path(member.getKey()));
            } else {
                String news = added.isEmpty() ? "" : ", new are: " + String.join(", ", added);
                differences.add(new Difference(at, member.getValue().toString(), "gone" + news));
            }
        });
    }

    private void compareElements(String pointer, JsonNode golden, JsonNode actual) {
        if (rules.isSet(pointer)) {
            List<JsonNode> added = actual.valueStream()
                    .filter(element -> isNotAmong(pointer, element, golden))
                    .toList();
            golden.valueStream()
                    .filter(element -> isNotAmong(pointer, element, actual))
                    .forEach(element -> differences.add(new Difference(
                            pointer, element + " among them", added.isEmpty() ? "gone" : "gone, new are: " + added)));
            return;
        }
        if (golden.size() != actual.size()) {
            differences.add(new Difference(
                    pointer, golden.size() + " elements: " + golden, actual.size() + " elements: " + actual));
        }
        for (int i = 0; i < Math.min(golden.size(), actual.size()); i++) {
            compare(Rules.below(pointer, Integer.toString(i)), golden.path(i), actual.path(i));
        }
    }

    private boolean isNotAmong(String pointer, JsonNode element, JsonNode array) {
        return array.valueStream().noneMatch(other -> isSame(pointer, element, other));
    }

    /** A whole number stays one: who reads it as an integer would fail at a fraction. */
    private boolean isSame(String pointer, JsonNode golden, JsonNode actual) {
        if (golden.isIntegralNumber() && actual.isIntegralNumber()) {
            return golden.asLong() == actual.asLong();
        }
        if (golden.isNumber() && actual.isNumber() && !golden.isIntegralNumber()) {
            return rules.toleranceAt(pointer).holds(golden.asDouble(), actual.asDouble());
        }
        return golden.equals(actual);
    }
}
