package org.heatwatch.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts for people in one language, by key. Names of sites and facilities are not translated. */
public final class Words {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        // Keeps their order, so that generated pages are reproducible.
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * Reads a file of texts, a JSON object of strings.
     *
     * @param language code of the language (ISO 639-1)
     * @param owner class whose resource the file is
     * @param path of the file, absolute or relative to the owner
     */
    public static Words read(String language, Class<?> owner, String path) {
        try (InputStream stream = Objects.requireNonNull(
                owner.getResourceAsStream(path), () -> "no resource " + path + " of " + owner.getName())) {
            return new Words(language, MAPPER.readValue(stream, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " must be a JSON object of strings", e);
        }
    }

    /**
     * The texts with those of a variant: a text whose key ends with a dot and the variant replaces that of the key
     * without this ending.
     */
    public Words variant(String variant) {
        String ending = "." + variant;
        Map<String, String> replaced = new LinkedHashMap<>(texts);
        texts.forEach((key, text) -> {
            String plain = key.endsWith(ending) ? key.substring(0, key.length() - ending.length()) : "";
            if (texts.containsKey(plain)) {
                replaced.put(plain, text);
            }
        });
        return new Words(language, replaced);
    }

    /** Code of the language (ISO 639-1). */
    public String language() {
        return language;
    }

    /** All texts by their keys. */
    public Map<String, String> texts() {
        return texts;
    }

    /**
     * The text of a key, with values in place of the names in braces.
     *
     * @param values alternating names and values
     */
    public String say(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text with the key " + key);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            byName.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
        }
        // In one pass, so that braces within a value are not replaced.
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(byName.getOrDefault(name.group(1), name.group())));
    }

    /**
     * Joins texts to a list, for example {@code A, B and C}.
     *
     * @param key text that joins the values {@code first}, which is comma-separated, and {@code last}
     */
    public String list(String key, List<String> texts) {
        return texts.size() < 2
                ? String.join("", texts)
                : say(key, "first", String.join(", ", texts.subList(0, texts.size() - 1)), "last", texts.getLast());
    }

    /** The texts as a JSON object. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }
}
