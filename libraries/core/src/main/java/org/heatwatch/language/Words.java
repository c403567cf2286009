package org.heatwatch.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts for people in one language, by key. Names of sites and facilities are as their files have them. */
public final class Words {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        // In their order: pages made of them are the same wherever they are made.
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * Reads a file of texts, a JSON object of strings.
     *
     * @param language its code (ISO 639-1)
     * @param owner whose resource it is
     * @param path relative to the owner
     */
    public static Words read(String language, Class<?> owner, String path) {
        try (InputStream stream =
                Objects.requireNonNull(owner.getResourceAsStream(path), path + " comes with " + owner.getName())) {
            return new Words(language, MAPPER.readValue(stream, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " must be a JSON object of strings", e);
        }
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
     * A text.
     *
     * @param values names and values in turn, which stand in braces in the text
     */
    public String say(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text is called " + key);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            byName.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
        }
        // In one pass: a name that has braces itself stays as it is.
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(byName.getOrDefault(place.group(1), place.group())));
    }

    /** The texts as programs read them. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts have a JSON form", e);
        }
    }
}
