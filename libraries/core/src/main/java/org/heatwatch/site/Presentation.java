package org.heatwatch.site;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Names and settings by which a site is presented to people.
 *
 * @param name for people
 * @param shortName for the subjects of mails, printable ASCII, at most {@value #LONGEST_SHORT_NAME} characters
 * @param timeZone local time zone
 * @param simulated whether its scenes are simulated; every display of them must say so
 * @param names names in certain languages, by code (ISO 639-1)
 */
public record Presentation(
        String name, String shortName, ZoneId timeZone, boolean simulated, Map<String, String> names) {
    static final int LONGEST_SHORT_NAME = 30;

    public Presentation {
        names = Map.copyOf(names);
        if (!isShort(shortName)) {
            throw new IllegalArgumentException("short name '" + shortName + "' is not printable ASCII of at most "
                    + LONGEST_SHORT_NAME + " characters");
        }
    }

    /** A presentation with one name for all languages. */
    public Presentation(String name, String shortName, ZoneId timeZone, boolean simulated) {
        this(name, shortName, timeZone, simulated, Map.of());
    }

    /** The name in a language: its own if there is one, otherwise that for all. */
    public String name(String language) {
        return names.getOrDefault(language, name);
    }

    static boolean isShort(String name) {
        return name.length() <= LONGEST_SHORT_NAME && name.matches("\\p{Print}+");
    }

    /** Nautical time zone of a longitude in degrees, in whole hours: the default of a site without a time zone. */
    static ZoneId nautical(double longitude) {
        return ZoneOffset.ofHours((int) Math.rint(longitude / 15));
    }
}
