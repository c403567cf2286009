package org.heatwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builder for a plain HTML page of tables, lists and pictures. */
final class Html {
    private static final Template TEMPLATE = template();
    private static final double HIGHEST_SCORE = 99.9;

    private final Map<String, Object> model = new LinkedHashMap<>();
    private final List<Map<String, Object>> sections = new ArrayList<>();

    /** @param home URL of the landing page */
    Html(String title, String home) {
        model.put("title", title);
        model.put("home", home);
        model.put("sections", sections);
        model.put("simulated", false);
        model.put("intro", "");
        model.put("formats", List.of());
    }

    private static Template template() {
        try (InputStream stream = Objects.requireNonNull(
                        Html.class.getResourceAsStream("page.mustache"), "page.mustache is missing");
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.mustache", e);
        }
    }

    /**
     * A text, optionally linked.
     *
     * @param address URL of the link; null for plain text
     */
    record Cell(String text, @Nullable String address) {
        static Cell of(String text) {
            return new Cell(text, null);
        }

        Map<String, Object> model() {
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("text", text);
            cell.put("address", address == null ? "" : address);
            return cell;
        }
    }

    Html intro(String text) {
        model.put("intro", text);
        return this;
    }

    /** Marks the page with a banner if its data are simulated. */
    Html simulated(boolean isSimulated) {
        model.put("simulated", isSimulated);
        return this;
    }

    /** Links to the same page in other formats. */
    Html formats(List<Cell> formats) {
        model.put("formats", formats.stream().map(Cell::model).toList());
        return this;
    }

    Html table(String heading, List<String> columns, List<List<Cell>> rows) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("columns", columns);
        table.put(
                "rows",
                rows.stream()
                        .map(row -> Map.<String, Object>of(
                                "cells", row.stream().map(Cell::model).toList()))
                        .toList());
        return section(heading, "table", table);
    }

    Html list(String heading, List<Cell> entries) {
        return section(
                heading,
                "entries",
                Map.of("items", entries.stream().map(Cell::model).toList()));
    }

    Html picture(String heading, String address, String alternativeText) {
        return section(heading, "picture", Map.of("address", address, "alternativeText", alternativeText));
    }

    private Html section(String heading, String kind, Object content) {
        Map<String, Object> section = new LinkedHashMap<>(Map.of("heading", heading));
        for (String candidate : List.of("table", "entries", "picture")) {
            section.put(candidate, candidate.equals(kind) ? content : List.of());
        }
        sections.add(section);
        return this;
    }

    Content content() {
        return Content.html(TEMPLATE.execute(model));
    }

    /** Formats a JSON value for display. */
    static String text(String name, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(element -> text(name, element)).collect(Collectors.joining("; "));
        }
        if (value.isFloatingPointNumber()) {
            return name.equals("score") && value.asDouble() > HIGHEST_SCORE ? ">99.9" : rounded(value.asDouble());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return value.isNull() ? "" : value.asText();
    }

    private static String rounded(double number) {
        String digits = String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.2f", number);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
    }
}
