package org.heatwatch.site;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a site is spoken of.
 *
 * @param shortName for subjects of mails, printable ASCII, at most {@value #LONGEST_SHORT_NAME} characters
 * @param timeZone of its clocks
 * @param simulated whether its scenes are made up, which whatever shows them must say
 */
public record Presentation(String name, String shortName, ZoneId timeZone, boolean simulated) {
    static final int LONGEST_SHORT_NAME = 30;

    public Presentation {
        if (!isShort(shortName)) {
            throw new IllegalArgumentException("'" + shortName + "' is no short name");
        }
    }

    static boolean isShort(String name) {
        return name.length() <= LONGEST_SHORT_NAME && name.matches("\\p{Print}+");
    }

    /** Time by the sun, in whole hours: for a site that does not tell what its clocks show. */
    static ZoneId nautical(double longitude) {
        return ZoneOffset.ofHours((int) Math.rint(longitude / 15));
    }
}
