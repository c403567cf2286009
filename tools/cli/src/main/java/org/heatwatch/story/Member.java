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
 * @param place what messages call it, such as {@code machines[2].kelvin}
 */
record Member(Path file, String place, JsonNode value) {

    /** The whole file. */
    static Member root(Path file, JsonNode value) {
        return new Member(file, "", value);
    }

    BadScenario defect(String problem, String advice) {
        String where = place.isEmpty() ? "the file" : place;
        return new BadScenario(file + ": " + where + " " + problem + "; " + advice);
    }

    /** A member of this map, which has to be there. */
    Member member(String name) {
        return optional(name)
                .orElseThrow(() -> child(name).defect("is missing", "add it, see sites/scenarios/README.md"));
    }

    Optional<Member> optional(String name) {
        JsonNode found = value.path(name);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(child(name));
    }

    private Member child(String name) {
        return new Member(file, place.isEmpty() ? name : place + "." + name, value.path(name));
    }

    /** Refuses what is no map, or has members of other names: a slip of the pen would otherwise be passed over. */
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
    List<Member> items() {
        if (!value.isArray()) {
            throw defect("is not a list", "begin each of its items with a dash");
        }
        List<Member> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new Member(file, place + "[" + (i + 1) + "]", value.get(i)));
        }
        return items;
    }

    String text() {
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw defect("is not a text", "give it one");
        }
        return value.asText();
    }

    LocalDate date() {
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw defect("is '" + value.asText() + "', no date", "give a day such as 2025-10-19");
        }
    }

    long integer() {
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw defect("is '" + value.asText() + "', no whole number", "give one such as 7");
        }
        return value.asLong();
    }

    /** A number from one bound to another, both included. */
    double number(double least, double most) {
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw defect(
                    "is '" + value.asText() + "', not what is possible",
                    String.format(Locale.ROOT, "give a number from %s to %s", least, most));
        }
        return number;
    }

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
