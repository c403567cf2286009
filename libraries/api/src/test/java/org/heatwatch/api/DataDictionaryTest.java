package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The data dictionary, docs/data-dictionary.md, is written from the columns of the collections:
 * {@code -Dgolden.write=true} writes it again.
 */
final class DataDictionaryTest {
    private static final Path FILE = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../../docs/data-dictionary.md")
            .normalize();

    /** Units by the ending of a column's name, the longest first. */
    private static final Map<String, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("kelvinSquareMetresStandardError", "K m²");
        UNITS.put("kelvinSquareMetres", "K m²");
        UNITS.put("StandardErrorMetres", "m");
        UNITS.put("effectiveStandardError", "K");
        UNITS.put("SquareMetres", "m²");
        UNITS.put("Kelvin", "K");
        UNITS.put("kelvin", "K");
        UNITS.put("Metres", "m");
        UNITS.put("longitude", "degrees, WGS 84");
        UNITS.put("latitude", "degrees, WGS 84");
        UNITS.put("score", "percentile, 0 to 100");
        UNITS.put("Fraction", "1 (share)");
        UNITS.put("Share", "1 (share)");
        UNITS.put("searched", "1 (share)");
        UNITS.put("transmittance", "1 (share)");
    }

    private static final String INTRODUCTION =
            "The properties of the collections of the API and the columns of exported files. A test writes this page "
                    + "from the columns of the code ([testing.md](testing.md)). Unit 1: a number, a count or a ratio. Every "
                    + "feature also has `id`, `datetime` (UTC; of a period its end) and a geometry in WGS 84; in CSV, "
                    + "`longitude` and `latitude` of its centre. Empty: unknown, not zero.";

    private static String unit(Column<?> column) {
        boolean isNumber = column.type() == Column.Type.NUMBER || column.type() == Column.Type.INTEGER;
        if (!isNumber) {
            return "";
        }
        return UNITS.entrySet().stream()
                .filter(unit -> column.name().endsWith(unit.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("1");
    }

    private static String dictionary() {
        StringBuilder page = new StringBuilder("# Data dictionary\n\n").append(INTRODUCTION);
        WatchCollection.all(new KnownSite("here", "Factory", 1).outbox(), ClipHeaders.none())
                .forEach(collection -> {
                    page.append("\n\n## ")
                            .append(collection.id())
                            .append("\n\n")
                            .append(collection.description());
                    page.append("\n\n| column | type | unit | meaning |\n|---|---|---|---|");
                    collection
                            .columns()
                            .forEach(column -> page.append("\n| `%s` | %s | %s | %s%s |"
                                    .formatted(
                                            column.name(),
                                            column.type().json(),
                                            unit(column),
                                            column.description(),
                                            column.values().isEmpty()
                                                    ? ""
                                                    : " One of " + String.join(", ", column.values()) + ".")));
                });
        return page.append("\n").toString();
    }

    @Test
    void thePageHasEveryColumn() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, dictionary());
        }
        assertThat(FILE).as("write it with -Dgolden.write=true").content().isEqualTo(dictionary());
    }
}
