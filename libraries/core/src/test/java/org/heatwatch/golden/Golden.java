package org.heatwatch.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares a result with a golden file, a file in {@code src/test/resources/golden} of the module whose tests run.
 *
 * <p>What the file holds must be in the result; what the result has beyond it is an addition, and free: a member of a JSON
 * object, a column of a CSV table, an element of an array that is a set. All else must be equal: strings, whole numbers and
 * the order and number of array elements and table rows exactly, other numbers within the tolerance. Columns keep their
 * order among each other.
 *
 * <p>{@code -Dgolden.write=true} writes the file from the result instead.
 */
public final class Golden {
    private static final boolean WRITES = Boolean.getBoolean("golden.write");
    private static final int MOST_SHOWN = 25;
    /** Maps by their keys, so that the same result is written the same. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final String name;
    private final Path file;
    private final Rules rules;

    private Golden(String name, Path file, Rules rules) {
        this.name = name;
        this.file = file;
        this.rules = rules;
    }

    /**
     * A golden file of this module, compared with {@link Tolerance#USUAL}.
     *
     * @param name path in {@code src/test/resources/golden}, such as {@code cli/commands.json}
     */
    public static Golden file(String name) {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path file = folder().resolve(name);
        return new Golden(
                module.resolveSibling("").relativize(file.toAbsolutePath()).toString(), file, new Rules());
    }

    static Golden at(Path file) {
        return new Golden(file.toString(), file, new Rules());
    }

    /** The folder of the golden files of this module. */
    public static Path folder() {
        return Path.of(System.getProperty("basedir", ""), "src/test/resources/golden");
    }

    /** The same with another tolerance. */
    public Golden within(Tolerance tolerance) {
        return new Golden(name, file, rules.with(tolerance));
    }

    /** The same with another tolerance at some places, named as for {@link #masking}. */
    public Golden within(Tolerance tolerance, String... places) {
        return new Golden(name, file, rules.with(tolerance, List.of(places)));
    }

    /**
     * The same with values that differ from run to run and are not compared. Whether they are null is.
     *
     * @param rule why, such as {@code time of the run}; stands in the file in place of the value
     * @param places JSON pointers, in which {@code *} stands for one name and {@code **} for any number; of a table, names of
     *     columns
     */
    public Golden masking(String rule, String... places) {
        return new Golden(name, file, rules.masking(rule, List.of(places)));
    }

    /**
     * The same with arrays that are sets: their order does not count, and they may grow.
     *
     * @param places JSON pointers as for {@link #masking}
     */
    public Golden withSets(String... places) {
        return new Golden(name, file, rules.withSets(List.of(places)));
    }

    /** Compares JSON; an object that Jackson turns into JSON will do. */
    public void holdsIn(Object result) {
        JsonNode actual = rules.masked(tree(result));
        if (writes()) {
            write(PrettyJson.text(actual));
            return;
        }
        report(new JsonComparison(rules).compare(parsed(read()), actual));
    }

    /** Compares a table in CSV (RFC 4180) with headings. */
    public void holdsInTable(String csv) {
        CsvTable actual = CsvTable.parse(csv).masked(rules);
        if (writes()) {
            write(actual.text());
            return;
        }
        report(CsvTable.parse(read()).compare(actual, rules));
    }

    private boolean writes() {
        return WRITES && file.startsWith(folder());
    }

    private static JsonNode tree(Object result) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result must have a JSON form", e);
        }
    }

    private JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file + " is not JSON", e);
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(
                    "there is no golden file %s; write it with -Dgolden.write=true and look at it".formatted(name), e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        String shown = differences.stream()
                .limit(MOST_SHOWN)
                .map(d -> "\n  " + d.text())
                .collect(Collectors.joining());
        String more =
                differences.size() > MOST_SHOWN ? "\n  and %d more".formatted(differences.size() - MOST_SHOWN) : "";
        throw new AssertionError("""
                golden file %s does not hold any more:%s%s
                If the change is meant: list it in CHANGELOG.md and write the file anew with -Dgolden.write=true""".formatted(name, shown, more));
    }
}
