package org.heatwatch.site;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.heatwatch.language.Reasons;

/**
 * Names and settings by which a site is presented to people.
 *
 * @param name for people
 * @param shortName for the subjects of mails, printable ASCII, at most {@value #LONGEST_SHORT_NAME} characters
 * @param timeZone local time zone
 * @param simulated whether its scenes are simulated; every display of them must say so
 * @param names names in certain languages, by code (ISO 639-1)
 * @param language of its mails, by code
 */
public record Presentation(
        String name, String shortName, ZoneId timeZone, boolean simulated, Map<String, String> names, String language) {
    /** Language of mails, unless the site says otherwise. */
    public static final String DEFAULT_LANGUAGE = Reasons.LANGUAGES.getFirst();

    static final int LONGEST_SHORT_NAME = 30;

    public Presentation {
        names = Map.copyOf(names);
        if (!Reasons.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(language + " is not one of " + Reasons.LANGUAGES);
        }
        if (!isShort(shortName)) {
            throw new IllegalArgumentException("short name '" + shortName + "' is not printable ASCII of at most "
                    + LONGEST_SHORT_NAME + " characters");
        }
    }

    /** A presentation with one name for all languages, and mails in English. */
    public Presentation(String name, String shortName, ZoneId timeZone, boolean simulated) {
        this(name, shortName, timeZone, simulated, Map.of(), DEFAULT_LANGUAGE);
    }

    /** The name in a language: its own if there is one, otherwise that for all. */
    public String name(String language) {
        return names.getOrDefault(language, name);
    }

    /** The same with the name of a language as the name for all. */
    Presentation named(String code) {
        return new Presentation(name(code), shortName, timeZone, simulated, names, language);
    }

    static boolean isShort(String name) {
        return name.length() <= LONGEST_SHORT_NAME && name.matches("\\p{Print}+");
    }

    /** Nautical time zone of a longitude in degrees, in whole hours: the default of a site without a time zone. */
    static ZoneId nautical(double longitude) {
        return ZoneOffset.ofHours((int) Math.rint(longitude / 15));
    }
}
