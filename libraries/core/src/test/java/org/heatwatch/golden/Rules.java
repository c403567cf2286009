package org.heatwatch.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a result is compared.
 *
 * @param usual tolerance of numbers that no other is given for
 * @param masks what is not compared
 * @param sets pointers of arrays that are sets
 */
record Rules(Tolerance usual, List<Special> tolerances, List<Mask> masks, List<Pattern> sets) {

    private record Special(Tolerance tolerance, List<String> places, List<Pattern> pointers) {}

    private record Mask(String rule, List<String> places, List<Pattern> pointers) {}

    Rules() {
        this(Tolerance.USUAL, List.of(), List.of(), List.of());
    }

    Rules with(Tolerance other) {
        return new Rules(other, tolerances, masks, sets);
    }

    Rules with(Tolerance other, List<String> places) {
        Special special = new Special(other, places, patterns(places));
        return new Rules(
                usual, Stream.concat(tolerances.stream(), Stream.of(special)).toList(), masks, sets);
    }

    Rules masking(String rule, List<String> places) {
        Mask mask = new Mask(rule, places, patterns(places));
        return new Rules(
                usual,
                tolerances,
                Stream.concat(masks.stream(), Stream.of(mask)).toList(),
                sets);
    }

    Rules withSets(List<String> places) {
        List<Pattern> all = new ArrayList<>(sets);
        places.forEach(place -> all.add(pattern(place)));
        return new Rules(usual, tolerances, masks, List.copyOf(all));
    }

    /** For example, a place such as {@code /paths/**}{@code /enum}. */
    private static Pattern pattern(String place) {
        return Pattern.compile(Stream.of(place.split("/", -1))
                .skip(1)
                .map(step -> switch (step) {
                    case "**" -> "(/[^/]*)*";
                    case "*" -> "/[^/]*";
                    default -> "/" + Pattern.quote(step);
                })
                .collect(Collectors.joining()));
    }

    private static List<Pattern> patterns(List<String> places) {
        return places.stream().map(Rules::pattern).toList();
    }

    Tolerance toleranceAt(String pointer) {
        return tolerances.stream()
                .filter(special -> matches(special.pointers(), pointer))
                .map(Special::tolerance)
                .findFirst()
                .orElse(usual);
    }

    Tolerance toleranceOfColumn(String column) {
        return tolerances.stream()
                .filter(special -> special.places().contains(column))
                .map(Special::tolerance)
                .findFirst()
                .orElse(usual);
    }

    private static boolean matches(List<Pattern> pointers, String pointer) {
        return pointers.stream().anyMatch(one -> one.matcher(pointer).matches());
    }

    boolean isSet(String pointer) {
        return matches(sets, pointer);
    }

    /** What stands in the file in place of the values of a column. */
    Optional<String> maskOfColumn(String column) {
        return masks.stream()
                .filter(mask -> mask.places().contains(column))
                .map(Rules::text)
                .findFirst();
    }

    private static String text(Mask mask) {
        return "<" + mask.rule() + ">";
    }

    JsonNode masked(JsonNode tree) {
        return masked(tree, "");
    }

    private JsonNode masked(JsonNode node, String pointer) {
        Optional<String> mask = masks.stream()
                .filter(one ->
                        one.pointers().stream().anyMatch(p -> p.matcher(pointer).matches()))
                .map(Rules::text)
                .findFirst();
        if (mask.isPresent() && !node.isNull()) {
            return JsonNodeFactory.instance.textNode(mask.get());
        }
        if (node instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member ->
                            masked.set(member.getKey(), masked(member.getValue(), below(pointer, member.getKey()))));
            return masked;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                masked.add(masked(array.get(i), below(pointer, Integer.toString(i))));
            }
            return masked;
        }
        return node;
    }

    /** The pointer of a member (RFC 6901). */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
