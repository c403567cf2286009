package org.heatwatch.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people read, in a language that they do. Names of sites and facilities are as their files have them. */
public final class Words {
    /** Codes of the languages (ISO 639-1), the one that is spoken unless asked otherwise first. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Words> ALL = Map.of("en", read("en"), "ko", read("ko"));

    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        // In their order: pages made of them are the same wherever they are made.
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    private static Words read(String language) {
        try {
            return new Words(
                    language, MAPPER.readValue(WebFiles.read("words/" + language + ".json"), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the words are JSON", e);
        }
    }

    /**
     * The words of a language.
     *
     * @param language one of {@link #LANGUAGES}
     */
    public static Words of(String language) {
        Words words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException(language + " is none of " + LANGUAGES);
        }
        return words;
    }

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
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return text;
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
