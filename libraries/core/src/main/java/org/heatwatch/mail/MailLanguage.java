package org.heatwatch.mail;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heatwatch.language.Phrases;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/**
 * What mails in one language are made of.
 *
 * @param words sentences; the template of the language has the rest of a mail
 * @param reasons translation of reasons, flags and evidence
 */
record MailLanguage(Words words, Phrases reasons) {
    private static final String FOLDER = "/org/heatwatch/mail/";
    private static final Map<String, MailLanguage> ALL =
            Reasons.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), MailLanguage::read));

    /** @param code of the language (ISO 639-1) */
    static MailLanguage of(String code) {
        MailLanguage language = ALL.get(code);
        if (language == null) {
            throw new IllegalArgumentException(code + " is not one of " + Reasons.LANGUAGES);
        }
        return language;
    }

    /** The codes of all languages. */
    static List<String> codes() {
        return Reasons.LANGUAGES;
    }

    private static MailLanguage read(String code) {
        return new MailLanguage(
                Words.read(code, MailLanguage.class, FOLDER + "mail." + code + ".json"), Reasons.in(code));
    }

    String code() {
        return words.language();
    }

    /** The resource with the template. */
    String template() {
        return FOLDER + "mail." + code() + ".mustache";
    }

    /** The name for people, followed by a reservation if its outline is not certain. */
    String label(Feature feature) {
        String key =
                Site.isPlaceholder(feature) ? "label.placeholder" : feature.verified() ? "label" : "label.unverified";
        return words.say(key, "name", feature.name(code()));
    }

    /** A state in words. */
    String state(Enum<?> state) {
        return words.say("state." + state.name());
    }

    /** The subject of an announcement in words. */
    String topic(Enum<?> topic) {
        return words.say("topic." + topic.name());
    }
}
