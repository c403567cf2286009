package org.heatwatch.simulator;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A metadata file: named groups of named values, in the two forms a product carries. */
final class Mtl {
    private static final String ROOT = "LANDSAT_METADATA_FILE";

    /** The text form writes numbers and dates bare, and quotes everything else, times of day included. */
    private static final Pattern BARE =
            Pattern.compile("-?\\d+(\\.\\d+)?([Ee][-+]?\\d+)?|\\d{4}-\\d\\d-\\d\\d(T[\\d:]+Z)?");

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** One group; later values of a name replace earlier ones in place. */
    static final class Group {
        private final Map<String, String> values = new LinkedHashMap<>();

        Group put(String name, String value) {
            values.put(name, value);
            return this;
        }

        Group put(String name, long value) {
            return put(name, Long.toString(value));
        }

        Group put(String name, int decimals, double value) {
            return put(name, String.format(Locale.ROOT, "%." + decimals + "f", value));
        }
    }

    /** The group of this name, added at the end where it is new. */
    Group group(String name) {
        return groups.computeIfAbsent(name, key -> new Group());
    }

    /** The JSON form, in which every value is a string. */
    String json() {
        StringJoiner all = new StringJoiner(",\n", "{\n    \"" + ROOT + "\": {\n", "\n    }\n}");
        groups.forEach((name, group) -> {
            StringJoiner one = new StringJoiner(",\n", "        \"" + name + "\": {\n", "\n        }");
            group.values.forEach((key, value) -> one.add("            \"" + key + "\": \"" + value + "\""));
            all.add(one.toString());
        });
        return all.toString();
    }

    /** The text form (ODL). */
    String text() {
        StringBuilder text = new StringBuilder("GROUP = " + ROOT + "\n");
        groups.forEach((name, group) -> {
            text.append("  GROUP = ").append(name).append('\n');
            group.values.forEach((key, value) -> text.append("    ")
                    .append(key)
                    .append(" = ")
                    .append(BARE.matcher(value).matches() ? value : '"' + value + '"')
                    .append('\n'));
            text.append("  END_GROUP = ").append(name).append('\n');
        });
        return text.append("END_GROUP = " + ROOT + "\nEND\n").toString();
    }
}
