package org.heatwatch.pictures;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.heatwatch.language.Phrases;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;

/**
 * A language of pictures. The code of each picture writes in English; the canvas translates what it draws.
 *
 * @param code of the language (ISO 639-1), by which sites and features are named
 * @param translation of a whole text
 */
public record PictureLanguage(String code, UnaryOperator<String> translation) {
    private static final Map<String, PictureLanguage> ALL =
            Reasons.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), PictureLanguage::read));

    /** English, in which the texts are written. */
    public static final PictureLanguage ENGLISH = of(Reasons.LANGUAGES.getFirst());

    /**
     * A language by its code.
     *
     * @throws IllegalArgumentException if it is not one of Heat Watch
     */
    public static PictureLanguage of(String code) {
        if (!Reasons.LANGUAGES.contains(code)) {
            throw new IllegalArgumentException(code + " is not one of " + Reasons.LANGUAGES);
        }
        return Objects.requireNonNull(ALL.get(code));
    }

    static Words words(String code) {
        return Words.read(code, PictureLanguage.class, "pictures." + code + ".json");
    }

    private static PictureLanguage read(String code) {
        if (code.equals(Reasons.LANGUAGES.getFirst())) {
            return new PictureLanguage(code, UnaryOperator.identity());
        }
        Phrases phrases =
                Phrases.of(words(Reasons.LANGUAGES.getFirst()), words(code)).and(Reasons.in(code));
        return new PictureLanguage(code, phrases::say);
    }

    String say(String text) {
        return translation.apply(text);
    }
}
