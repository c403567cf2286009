package org.heatwatch.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.PrintableText;

/** Reads the members of one JSON object. A member that is missing or has the wrong type is empty and a defect. */
final class Members {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode node;
    private final String where;
    private final String prefix;
    private final Defects defects;

    /** @param prefix path of the object for messages; empty, or ends with a dot */
    Members(JsonNode node, String where, String prefix, Defects defects) {
        this.node = node;
        this.where = where;
        this.prefix = prefix;
        this.defects = defects;
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    Optional<String> text(String name) {
        return required(name).flatMap(value -> {
            if (value.isTextual() && !value.asText().isBlank()) {
                // The one boundary of texts of definitions, which pages, tables, mails and terminals show.
                return Optional.of(PrintableText.of(value.asText()));
            }
            return wrong(name, value, "text");
        });
    }

    /** A text; empty if it is missing or blank, since QGIS writes a blank text for features that have none. */
    Optional<String> optionalText(String name) {
        return hasContent(name) ? text(name) : Optional.empty();
    }

    /** Whether the member is present and not a blank text. */
    boolean hasContent(String name) {
        return has(name)
                && !(node.path(name).isTextual() && node.path(name).asText().isBlank());
    }

    Optional<Double> number(String name) {
        return required(name).flatMap(value -> {
            if (value.isNumber() && Double.isFinite(value.asDouble())) {
                return Optional.of(value.asDouble());
            }
            return wrong(name, value, "a number");
        });
    }

    Optional<Integer> integer(String name) {
        return required(name).flatMap(value -> {
            if (value.isIntegralNumber() && value.canConvertToInt()) {
                return Optional.of(value.asInt());
            }
            return wrong(name, value, "a whole number");
        });
    }

    Optional<Boolean> flag(String name) {
        return required(name).flatMap(value -> {
            if (value.isBoolean()) {
                return Optional.of(value.asBoolean());
            }
            return wrong(name, value, "true or false");
        });
    }

    Optional<LocalDate> date(String name) {
        return required(name).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value.asText()));
            } catch (DateTimeParseException e) {
                return wrong(name, value, "a date such as 2020-05-31");
            }
        });
    }

    Optional<List<JsonNode>> list(String name) {
        return required(name).flatMap(value -> {
            if (value.isArray()) {
                return Optional.of(List.copyOf(value.valueStream().toList()));
            }
            return wrong(name, value, "a list");
        });
    }

    /**
     * A list of texts; empty if the member is missing or a blank text. A text that contains a JSON list is read as that
     * list: QGIS writes lists so in formats without them.
     */
    List<String> optionalTexts(String name) {
        List<String> texts = new ArrayList<>();
        if (hasContent(name)) {
            for (JsonNode value : listInText(name).or(() -> list(name)).orElse(List.of())) {
                if (value.isTextual()) {
                    texts.add(value.asText());
                } else {
                    wrong(name, value, "a list of texts");
                }
            }
        }
        return texts;
    }

    private Optional<List<JsonNode>> listInText(String name) {
        String text = node.path(name).isTextual() ? node.path(name).asText().strip() : "";
        try {
            return text.startsWith("[")
                    ? Optional.of(MAPPER.readTree(text).valueStream().toList())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> required(String name) {
        if (has(name)) {
            return Optional.of(node.path(name));
        }
        defects.add(where, "missing member " + prefix + name, "add it; sites/README.md describes it");
        return Optional.empty();
    }

    private <T> Optional<T> wrong(String name, JsonNode value, String expected) {
        defects.add(
                where, prefix + name + " is " + JsonExcerpt.excerpt(value) + ", not " + expected, "correct the value");
        return Optional.empty();
    }
}
