package org.heatwatch.language;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Translations of the reasons, flags and evidence that are stored in English. */
public final class Reasons {
    /** Codes of the languages (ISO 639-1), that of the stored texts first. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    private static final Map<String, Words> WORDS = LANGUAGES.stream()
            .collect(Collectors.toMap(
                    Function.identity(), code -> Words.read(code, Reasons.class, "reasons." + code + ".json")));

    private static final Map<String, Phrases> PHRASES = LANGUAGES.stream()
            .collect(Collectors.toMap(
                    Function.identity(),
                    code -> code.equals(LANGUAGES.getFirst())
                            ? Phrases.NONE
                            : Phrases.of(words(LANGUAGES.getFirst()), words(code))));

    private Reasons() {}

    /**
     * The translation to a language.
     *
     * @param code one of {@link #LANGUAGES}
     */
    public static Phrases in(String code) {
        return known(PHRASES, code);
    }

    static Words words(String code) {
        return known(WORDS, code);
    }

    private static <T> T known(Map<String, T> all, String code) {
        if (!LANGUAGES.contains(code)) {
            throw new IllegalArgumentException(code + " is not one of " + LANGUAGES);
        }
        return Objects.requireNonNull(all.get(code));
    }
}
