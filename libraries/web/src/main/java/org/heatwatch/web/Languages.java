package org.heatwatch.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;

/** The languages of the dashboard and the editor. */
public final class Languages {
    /** The language codes (ISO 639-1), the default language first. */
    public static final List<String> CODES = Reasons.LANGUAGES;

    private static final Map<String, Words> WORDS = CODES.stream()
            .collect(Collectors.toMap(
                    code -> code, code -> Words.read(code, Languages.class, "words/" + code + ".json")));

    private Languages() {}

    /**
     * The texts of the pages in a language.
     *
     * @param code one of {@link #CODES}
     * @throws IllegalArgumentException if the code is not one of them
     */
    public static Words words(String code) {
        Words words = WORDS.get(code);
        if (words == null) {
            throw new IllegalArgumentException(code + " is not one of " + CODES);
        }
        return words;
    }
}
