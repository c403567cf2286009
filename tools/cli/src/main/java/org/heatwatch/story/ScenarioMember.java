package org.heatwatch.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member of a scenario file.
 *
 * @param place path of the member in messages, such as {@code machines[2].kelvin}
 */
record ScenarioMember(Path file, String place, JsonNode value) {

    /** The root of the file. */
    static ScenarioMember root(Path file, JsonNode value) {
        return new ScenarioMember(file, "", value);
    }

    /** An error about this member, with advice. */
    BadScenario defect(String problem, String advice) {
        String where = place.isEmpty() ? "the file" : place;
        return new BadScenario(file + ": " + where + " " + problem + "; " + advice);
    }

    /** A required member of this map. */
    ScenarioMember member(String name) {
        return optional(name)
                .orElseThrow(() -> child(name).defect("is missing", "add it, see sites/scenarios/README.md"));
    }

    /** An optional member of this map. */
    Optional<ScenarioMember> optional(String name) {
        JsonNode found = value.path(name);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(child(name));
    }

    private ScenarioMember child(String name) {
        return new ScenarioMember(file, place.isEmpty() ? name : place + "." + name, value.path(name));
    }

    /** Rejects a value that is not a map or has members of other names, so that typing errors are not ignored. */
    void requireOnly(String... names) {
        if (!value.isObject()) {
            throw defect("is not a map", "give it the members " + String.join(", ", names));
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!Arrays.asList(names).contains(name)) {
                throw child(name).defect("is unknown", "use " + String.join(", ", names));
            }
        });
    }

    /** The members of this list. */
    List<ScenarioMember> items() {
        if (!value.isArray()) {
            throw defect("is not a list", "begin each of its items with a dash");
        }
        List<ScenarioMember> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new ScenarioMember(file, place + "[" + (i + 1) + "]", value.get(i)));
        }
        return items;
    }

    /** The text of this member. */
    String text() {
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw defect("is not a text", "give it one");
        }
        return value.asText();
    }

    /** The date of this member. */
    LocalDate date() {
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw defect("is '" + value.asText() + "', which is no date", "give a day such as 2025-10-19");
        }
    }

    /** The whole number of this member. */
    long integer() {
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw defect("is '" + value.asText() + "', which is no whole number", "give one such as 7");
        }
        return value.asLong();
    }

    /** The number of this member, within bounds that are included. */
    double number(double least, double most) {
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw defect(
                    "is '" + value.asText() + "', which is out of range",
                    String.format(Locale.ROOT, "give a number from %s to %s", least, most));
        }
        return number;
    }

    /** The constant of an enum, in lower case. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(value.asText())) {
                return constant;
            }
            names.add(name);
        }
        throw defect("is '" + value.asText() + "', which is unknown", "use one of " + String.join(", ", names));
    }
}
